-- Six shops, practices and clubs in six languages, and an application in English: names as people write them, with decoys.
-- Written for tuning the dictionary of erasure.suggest; personal.tsv has the labels.

-- A doctor's practice: German, CamelCase, abbreviations, a column that only its comment explains.
CREATE SCHEMA praxis;
CREATE TABLE praxis."Patienten" (
    "PatNr" integer PRIMARY KEY,
    "Anrede" varchar(10),
    "Titel" varchar(20),
    "Vorname" varchar(60) NOT NULL,
    "Nachname" varchar(60) NOT NULL,
    "GebDat" date,
    "Geschlecht" char(1),
    "Straße" varchar(80),
    "HausNr" varchar(8),
    "PLZ" char(5),
    "Ort" varchar(60),
    "TelPrivat" varchar(30),
    "HandyNr" varchar(30),
    "EMail" varchar(100),
    "VersNr" varchar(12),
    "KrankenkasseNr" integer,
    "SteuerID" char(11),
    "Arbeitgeber" text,
    "Bemerkungen" text,
    "AngelegtAm" timestamptz DEFAULT now(),
    "Status" varchar(10),
    feld7 varchar(40)
);
COMMENT ON COLUMN praxis."Patienten".feld7 IS 'E-Mail-Adresse der Angehörigen';
CREATE TABLE praxis."Krankenkassen" (nr integer PRIMARY KEY, bezeichnung text, webseite text);
ALTER TABLE praxis."Patienten" ADD FOREIGN KEY ("KrankenkasseNr") REFERENCES praxis."Krankenkassen";
CREATE TABLE praxis."Behandlungen" (
    id serial PRIMARY KEY,
    "PatNr" integer NOT NULL REFERENCES praxis."Patienten",
    datum date NOT NULL,
    diagnose text,
    befund text,
    leistungsziffer varchar(10),
    betrag numeric(8,2)
);
CREATE TABLE praxis."Rechnungen" (
    rechnungsnr integer PRIMARY KEY,
    "PatNr" integer NOT NULL REFERENCES praxis."Patienten",
    rechnungsempfaenger varchar(100),
    rechnungsanschrift text,
    kontoinhaber varchar(80),
    iban varchar(34),
    bic varchar(11),
    betrag numeric(8,2),
    mahnstufe smallint,
    zahlungsart varchar(20)
);
CREATE TABLE praxis."Dateien" (
    id serial PRIMARY KEY,
    "PatNr" integer REFERENCES praxis."Patienten",
    dateiname text,
    dateityp text,
    ordnerpfad text,
    beschreibung text
);
CREATE TABLE praxis."Wartezimmer" (
    id serial PRIMARY KEY,
    mailadresse varchar(100),
    gewuenschter_tag date
);
INSERT INTO praxis."Krankenkassen" VALUES (1, 'Kasse Nord', 'https://kasse.example'), (2, 'Kasse Süd', 'https://sued.example');
INSERT INTO praxis."Patienten" SELECT n, CASE n % 2 WHEN 0 THEN 'Frau' ELSE 'Herr' END, NULL, v, nn, date '1950-01-07' + n * 1111, CASE n % 2 WHEN 0 THEN 'w' ELSE 'm' END,
    'Lindenstraße', n::text, lpad((10115 + n)::text, 5, '0'), 'Berlin', '030 55501' || n, '0171 55501' || n, lower(v) || '@post.example', 'A12345678' || n, 1 + n % 2, NULL, NULL, NULL,
    now(), 'aktiv', 'mutter.' || lower(nn) || '@post.example'
FROM (VALUES (1, 'Jürgen', 'Weiß'), (2, 'Anna', 'Großmann'), (3, 'Peter', 'Öztürk'), (4, 'Sabine', 'Kühn'), (5, 'Uwe', 'Lang'), (6, 'Karin', 'Vogel')) p(n, v, nn);
INSERT INTO praxis."Behandlungen" ("PatNr", datum, diagnose, leistungsziffer, betrag) SELECT 1 + n % 6, date '2024-01-01' + n, 'J06.9', 'GOÄ 1', 20 FROM generate_series(1, 12) n;
INSERT INTO praxis."Dateien" ("PatNr", dateiname, dateityp, ordnerpfad, beschreibung) SELECT 1 + n % 6, 'befund' || n || '.pdf', 'pdf', '/ablage/2024', 'Scan' FROM generate_series(1, 6) n;
INSERT INTO praxis."Wartezimmer" (mailadresse, gewuenschter_tag) VALUES ('anna@post.example', '2024-05-01'), ('UWE@post.example', '2024-05-02'), ('niemand@anderswo.example', '2024-05-03');

-- A boutique: French.
CREATE SCHEMA boutique;
CREATE TABLE boutique.adresses (
    id serial PRIMARY KEY,
    ligne1 varchar(80),
    rue varchar(80),
    code_postal varchar(10),
    ville varchar(60),
    pays varchar(40),
    code_porte varchar(10)
);
CREATE TABLE boutique.clients (
    id_client serial PRIMARY KEY,
    civilite varchar(5),
    nom varchar(60),
    prenom varchar(60),
    courriel varchar(120),
    telephone_portable varchar(20),
    date_naissance date,
    lieu_naissance varchar(60),
    no_secu varchar(15),
    nationalite varchar(40),
    mot_de_passe varchar(100),
    adresse_id integer REFERENCES boutique.adresses,
    remarques text,
    date_creation timestamp,
    accepte_newsletter boolean,
    langue char(2),
    type_client varchar(10)
);
CREATE TABLE boutique.commandes (
    id_commande serial PRIMARY KEY,
    client integer REFERENCES boutique.clients,
    destinataire varchar(100),
    adresse_livraison text,
    ville_livraison varchar(60),
    date_commande date,
    montant numeric(8,2),
    statut varchar(20),
    code_promo varchar(20)
);
CREATE TABLE boutique.lignes_commande (
    id serial PRIMARY KEY,
    id_commande integer REFERENCES boutique.commandes,
    nom_produit varchar(100),
    description text,
    marque varchar(50),
    quantite integer
);
CREATE TABLE boutique.fournisseurs (
    id serial PRIMARY KEY,
    raison_sociale varchar(100),
    courriel varchar(120),
    telephone varchar(20)
);
INSERT INTO boutique.adresses (ligne1, rue, code_postal, ville, pays) SELECT 'Bât. ' || n, n || ' rue des Lilas', '7500' || n, 'Paris', 'France' FROM generate_series(1, 8) n;
INSERT INTO boutique.clients (civilite, nom, prenom, courriel, telephone_portable, adresse_id) SELECT 'Mme', nn, v, lower(v) || n || '@courrier.example', '+33 6 12 34 56 7' || n, n
FROM (VALUES (1, 'Claire', 'Dubois'), (2, 'Émilie', 'Moreau'), (3, 'Luc', 'Girard'), (4, 'Julien', 'Petit'), (5, 'Chloé', 'Roux'), (6, 'Nathalie', 'Blanc'), (7, 'Thierry', 'Fontaine')) p(n, v, nn);
INSERT INTO boutique.commandes (client, destinataire, adresse_livraison, ville_livraison, montant, statut) SELECT 1 + n % 7, 'Claire Dubois', n || ' rue des Lilas', 'Paris', 10, 'payée' FROM generate_series(1, 9) n;
INSERT INTO boutique.lignes_commande (id_commande, nom_produit, description, marque, quantite) SELECT 1 + n % 9, 'Robe Louise', 'Coton', 'Maison Rose', 1 FROM generate_series(1, 9) n;
INSERT INTO boutique.fournisseurs (raison_sociale, courriel, telephone) SELECT 'Tissus ' || n, 'ventes' || n || '@tissus.example', '+33 1 40 00 00 0' || n FROM generate_series(1, 4) n;

-- A gym: Spanish, with a table that opaque column names hide.
CREATE SCHEMA gimnasio;
CREATE TABLE gimnasio.socios (
    id_socio bigint PRIMARY KEY,
    nombre text,
    apellidos text,
    dni varchar(9),
    fecha_nacimiento date,
    correo_electronico text,
    movil text,
    direccion text,
    cod_postal text,
    localidad text,
    provincia text,
    cuenta_bancaria text,
    foto bytea,
    profesion text,
    estado_civil text,
    observaciones text,
    fecha_alta date,
    cuota numeric,
    activo boolean,
    tarifa text
);
CREATE TABLE gimnasio.heredado (
    c1 bigint PRIMARY KEY REFERENCES gimnasio.socios,
    c2 text,
    c3 text,
    c4 text,
    c5 text,
    c6 text,
    c7 text
);
CREATE TABLE gimnasio.reservas (
    id bigserial PRIMARY KEY,
    id_socio bigint REFERENCES gimnasio.socios,
    nombre_sala text,
    nombre_actividad text,
    fecha timestamp,
    estado text,
    nota_interna text
);
INSERT INTO gimnasio.socios (id_socio, nombre, apellidos, dni) SELECT n, v, nn, d FROM (VALUES (1, 'José', 'García', '12345678Z'), (2, 'Carmen', 'Ruiz', '87654321X'), (3, 'Pablo', 'Sanz', 'X1234567L'), (4, 'Lucía', 'Vega', '00000000T')) p(n, v, nn, d);
INSERT INTO gimnasio.heredado SELECT n, v, m, t, b, k, h FROM (VALUES
    (1, 'José García', 'jose@correo.example', '+34 600 123 451', 'ES9121000418450200051332', 'A-17', 'pendiente'),
    (2, 'Carmen Ruiz', 'carmen@correo.example', '+34 600 123 452', 'ES7921000813610123456789', 'B-03', 'hecho'),
    (3, 'Pablo Sanz', 'pablo@correo.example', '+34 600 123 453', 'DE89370400440532013000', 'A-11', 'hecho'),
    (4, 'Lucía Vega', 'lucia@correo.example', '+34 600 123 454', 'GB29NWBK60161331926819', 'C-29', 'pendiente')) p(n, v, m, t, b, k, h);
INSERT INTO gimnasio.reservas (id_socio, nombre_sala, nombre_actividad, fecha, estado) SELECT 1 + n % 4, 'Sala Azul', 'Yoga', now(), 'ok' FROM generate_series(1, 8) n;

-- A hotel: Italian and Portuguese.
CREATE SCHEMA albergo;
CREATE TABLE albergo.ospiti (
    id integer PRIMARY KEY,
    nome varchar(50),
    cognome varchar(50),
    codice_fiscale varchar(16),
    data_di_nascita date,
    luogo_nascita varchar(60),
    cittadinanza varchar(40),
    indirizzo varchar(100),
    cap varchar(5),
    citta varchar(60),
    cellulare varchar(20),
    documento_numero varchar(20),
    data_registrazione timestamp,
    tipo_ospite varchar(10)
);
CREATE TABLE albergo.prenotazioni (
    id integer PRIMARY KEY,
    ospite_id integer REFERENCES albergo.ospiti,
    intestatario varchar(100),
    numero_carta varchar(19),
    nome_stanza varchar(20),
    note text,
    importo numeric,
    stato varchar(10)
);
CREATE TABLE albergo.reservas_antigas (
    id integer PRIMARY KEY,
    ospite integer REFERENCES albergo.ospiti,
    nome_completo varchar(100),
    sobrenome varchar(60),
    telemovel varchar(20),
    endereco varchar(100),
    cidade varchar(50),
    cpf varchar(14),
    data_nascimento date,
    nome_do_produto varchar(50),
    preco numeric
);

-- A club: Dutch and Polish.
CREATE SCHEMA klub;
CREATE TABLE klub.leden (
    lidnummer integer PRIMARY KEY,
    voornaam text,
    tussenvoegsel text,
    achternaam text,
    geboortedatum date,
    geslacht text,
    straatnaam text,
    huisnr text,
    postcode text,
    woonplaats text,
    mobiel text,
    emailadres text,
    bsn text,
    rekeningnummer text,
    opmerkingen text,
    lid_sinds date,
    soort_lid text
);
CREATE TABLE klub.czlonkowie (
    id integer PRIMARY KEY,
    lid integer REFERENCES klub.leden,
    imie text,
    nazwisko text,
    pesel text,
    nr_telefonu text,
    adres_zamieszkania text,
    kod_pocztowy text,
    miejscowosc text,
    data_urodzenia date,
    uwagi text,
    nazwa_produktu text,
    ilosc integer
);
CREATE TABLE klub.wedstrijden (
    id integer PRIMARY KEY,
    lid integer REFERENCES klub.leden,
    naam_evenement text,
    uitslag text,
    datum date
);

-- An application: English, names run together, CamelCase, documents, logs, copies without a foreign key, parents of the person.
CREATE SCHEMA app;
CREATE TABLE app.countries (code char(2) PRIMARY KEY, name text, dialing_code text);
CREATE TABLE app.plans (id integer PRIMARY KEY, name text, description text, price numeric);
CREATE TABLE app.identities (
    id bigserial PRIMARY KEY,
    loginname text,
    passwordhash text,
    recovery_email text,
    emailverified boolean,
    lastlogin_at timestamptz
);
CREATE TABLE app.staff_members (
    id integer PRIMARY KEY,
    full_name text,
    work_email text,
    phone text
);
CREATE TABLE app.users (
    id bigserial PRIMARY KEY,
    identity_id bigint REFERENCES app.identities,
    plan_id integer REFERENCES app.plans,
    account_manager_id integer REFERENCES app.staff_members,
    "displayName" text,
    firstname text,
    lastname text,
    emailaddress text,
    email_verified_at timestamptz,
    "phoneNumber" bigint,
    dateofbirth date,
    "avatarUrl" text,
    bio text,
    jobtitle text,
    companyname text,
    country char(2),
    locale text,
    timezone text,
    theme text,
    settings jsonb,
    profile_data jsonb,
    signup_ip inet,
    last_seen_user_agent text,
    referral_code text,
    customer_no text,
    is_active boolean,
    created_at timestamptz,
    updated_at timestamptz
);
CREATE TABLE app.address_types (id integer PRIMARY KEY, name text, description text);
CREATE TABLE app.contact_cards (
    id bigserial PRIMARY KEY,
    user_id bigint REFERENCES app.users,
    type_id integer REFERENCES app.address_types,
    addr1 text,
    addr2 text,
    town text,
    county text,
    zipcode text,
    country text,
    lat numeric,
    lng numeric,
    address_type text
);
CREATE TABLE app.payments (
    id bigserial PRIMARY KEY,
    user_id bigint REFERENCES app.users,
    cardholder text,
    cardnumber text,
    amount numeric,
    currency text,
    provider_reference text
);
CREATE TABLE app.tickets (
    id bigserial PRIMARY KEY,
    user_id bigint REFERENCES app.users,
    assigned_to integer REFERENCES app.staff_members,
    priority text,
    status text,
    channel text,
    requester_name text,
    message text
);
CREATE TABLE app.ticket_replies (
    id bigserial PRIMARY KEY,
    ticket_id bigint REFERENCES app.tickets,
    body text,
    posted_at timestamptz
);
CREATE TABLE app.uploads (
    id bigserial PRIMARY KEY,
    user_id bigint REFERENCES app.users,
    filename text,
    mimetype text,
    hostname text,
    bucket_name text,
    checksum text,
    width integer
);
CREATE TABLE app.access_log (
    id bigserial PRIMARY KEY,
    user_id bigint REFERENCES app.users,
    remote_ip text,
    user_agent text,
    url text,
    method text,
    status_code integer,
    duration interval
);
CREATE TABLE app.order_lines (
    id bigserial PRIMARY KEY,
    user_id bigint REFERENCES app.users,
    product_name text,
    product_description text,
    title text,
    street_count integer,
    brand text,
    sku text
);
CREATE TABLE app.newsletter (
    id bigserial PRIMARY KEY,
    subscriber_email text,
    subscribed_at timestamptz,
    source text
);
CREATE TABLE app.old_crm_export (
    id bigserial PRIMARY KEY,
    kundennr text,
    vollname text,
    umsatz numeric
);
CREATE TABLE app.mail_templates (id serial PRIMARY KEY, template_name text, email_subject text, email_body text, sender_address text);
INSERT INTO app.plans VALUES (1, 'Basic', 'One user', 5), (2, 'Max', 'Many users', 50);
INSERT INTO app.staff_members SELECT n, v || ' ' || nn, lower(v) || '@app.example', '+1 555 010 000' || n FROM (VALUES (1, 'Grace', 'Hill'), (2, 'Ruth', 'Hale')) p(n, v, nn);
INSERT INTO app.identities (loginname, passwordhash, recovery_email) SELECT 'user' || n, md5(n::text), 'rec' || n || '@safe.example' FROM generate_series(1, 8) n;
INSERT INTO app.users (identity_id, plan_id, account_manager_id, "displayName", firstname, lastname, emailaddress, "phoneNumber", customer_no, country, locale, timezone, theme, referral_code)
SELECT n, 1 + n % 2, 1 + n % 2, v, v, nn, lower(v) || '@mail.example', 15550100000 + n, 'K-1000' || n, 'DE', 'de_DE', 'Europe/Berlin', 'dark', md5('r' || n)
FROM (VALUES (1, 'Alice', 'Adams'), (2, 'Brian', 'Brown'), (3, 'Carol', 'Clark'), (4, 'David', 'Davis'), (5, 'Emma', 'Evans'), (6, 'Frank', 'Fox'), (7, 'Helen', 'Hart'), (8, 'Ian', 'Ives')) p(n, v, nn);
INSERT INTO app.tickets (user_id, assigned_to, priority, status, channel, requester_name, message) SELECT 1 + n % 8, 1 + n % 2, 'high', 'open', 'mail', 'Alice Adams', 'It broke' FROM generate_series(1, 16) n;
INSERT INTO app.uploads (user_id, filename, mimetype, hostname, bucket_name, checksum) SELECT 1 + n % 8, 'img' || n || '.png', 'image/png', 'node' || n || '.internal', 'media', md5(n::text) FROM generate_series(1, 8) n;
INSERT INTO app.order_lines (user_id, product_name, title, brand, sku) SELECT 1 + n % 8, 'Lamp ' || n, 'Desk lamp', 'Brightly', 'L-' || n FROM generate_series(1, 8) n;
INSERT INTO app.newsletter (subscriber_email) VALUES ('alice@mail.example'), ('Emma@mail.example'), ('stranger@else.example'), ('helen@mail.example');
INSERT INTO app.old_crm_export (kundennr, vollname, umsatz) VALUES ('K-10001', 'Alice Adams', 10), ('K-10002', 'Brian Brown', 20), ('K-10004', 'David Davis', 30);
INSERT INTO app.mail_templates (template_name, email_subject, email_body, sender_address) VALUES ('welcome', 'Hello', 'Dear {name}', 'noreply@app.example');
