// The words themselves: English, German, French, Spanish, Italian, Portuguese, Dutch and Polish, folded to plain letters.
#include "core/name_words.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

#include "core/fence.hpp"

namespace core {
namespace {

struct Group {
	Word word;
	std::string_view words;
};

constexpr Group kGroups[] = {
	{Word::email, "email emails mail mails emailaddress mailadresse courriel mel correo correos electronico posta eposta"},
	{Word::phone,
	 "phone phones telephone telefon telefonu telefony komorki telefono telefone telefoon tel telephon telefonnummer phonenumber mobile mobil mobiel mobiele handy handynummer "
	 "cell cellphone cellular celular movil portable gsm komorka komorkowy kom komorkowa telnr tlf tfno telef fax faxnummer telefax telecopie "
	 "cellulare telemovel telecel whatsapp rufnummer vorwahl durchwahl landline msisdn skype extension pager telegram signal"},
	{Word::part_of_name,
	 "first last given family middle fore full maiden nick sur display legal preferred vor nach zwischen tussen eerste voor achter "
	 "primer segundo primeiro ultimo primo mittel "
	 "fname lname mname complete completo completa complet voll ganz volledige volledig pelne pelny"},
	{Word::whole_name,
	 "firstname lastname surname forename fullname nickname maidenname middlename givenname familyname initials "
	 "vorname vornamen nachname nachnamen familienname geburtsname rufname mittelname zuname spitzname "
	 "prenom prenoms patronyme apellido apellidos cognome cognomi apelido apelidos sobrenome "
	 "voornaam achternaam tussenvoegsel voorletters roepnaam meisjesnaam imie imiona nazwisko nazwiska alias spouse conjoint "
	 "ehename ehegatte conyuge coniuge conjuge partnernaam pseudonym pseudonyme"},
	{Word::name, "name names namen nom noms nombre nombres nome nomi nomes naam nazwa"},
	{Word::person,
	 "customer customers client clients person persons people user users member members patient patients employee employees staff contact contacts "
	 "guest guests visitor visitors subscriber subscribers student students teacher teachers author authors owner owners recipient recipients sender "
	 "addressee buyer buyers seller reviewer reviewers requester applicant applicants candidate candidates resident residents tenant tenants passenger "
	 "passengers driver drivers donor donors beneficiary participant participants attendee attendees lead leads prospect prospects holder cardholder "
	 "accountholder signer signatory assignee manager doctor physician nurse parent guardian father mother child children relative kin carer "
	 "witness victim suspect insured policyholder cust customername consumer shopper voter citizen traveller traveler party individual "
	 "individuals profile profiles "
	 "kunde kunden kundin person personen benutzer nutzer mitglied mitglieder patientin mitarbeiter angestellter angestellte ansprechpartner "
	 "kontakt kontakte gast gaste gaeste besucher schuler student studenten lehrer verfasser inhaber kontoinhaber empfanger empfaenger absender "
	 "kaufer kaeufer mieter bewerber teilnehmer versicherter versicherte arzt hausarzt vater mutter kinder angehoriger angehorige "
	 "client clients cliente clientes clienta clienti personne personnes utilisateur utilisateurs membre membres adherent adherents salarie salaries "
	 "employe employes auteur destinataire expediteur acheteur locataire eleve etudiant medecin pere mere enfant proprietaire titulaire abonne "
	 "abonnes persona personas usuario usuarios miembro miembros socio socios soci paciente pacientes empleado empleados contacto contactos autor destinatario "
	 "remitente comprador inquilino alumno alumnos estudiante medico padre madre hijo propietario titular huesped huespedes "
	 "persone utente utenti membro membri paziente pazienti dipendente dipendenti contatto contatti autore mittente acquirente studente studenti "
	 "titolare intestatario ospite ospiti iscritto iscritti anagrafica "
	 "pessoa pessoas utilizador utilizadores utente membros funcionario funcionarios contato contatos contactos remetente aluno alunos titular hospede "
	 "hospedes clientela pai mae filho "
	 "klant klanten persoon personen gebruiker gebruikers lid leden patienten medewerker medewerkers werknemer werknemers contactpersoon ontvanger "
	 "afzender koper huurder leerling ouder arts eigenaar rekeninghouder "
	 "klient klienta klienci klientow osoba osoby uzytkownik uzytkownicy czlonek pacjent pacjenci pacjenta pracownik pracownicy kontaktowa autor odbiorca nadawca "
	 "kupujacy najemca uczen lekarz ojciec matka dziecko wlasciciel posiadacz gosc"},
	{Word::role,
	 "billing bill ship shipping delivery invoice emergency home work business private personal primary secondary mailing residence residential permanent "
	 "temporary correspondence pickup dropoff rechnung rechnungs liefer lieferung versand privat geschaft notfall facturation livraison urgence "
	 "domicile facturacion envio entrega urgencia fatturazione spedizione consegna emergenza faturacao cobranca emergencia factuur bezorg lever "
	 "verzend prive nood faktury dostawy wysylki zamieszkania korespondencyjny korespondencji meldunek"},
	{Word::thing,
	 "product products file files table tables host hosts server servers domains column columns event events category categories brand brands item "
	 "items model models part parts folder path directory package plugin module app application project projects task tasks team teams "
	 "department departments group groups role roles page pages site website tags menu job jobs queue worker "
	 "film films movie movies song songs track tracks album albums artist playlist book books game games course courses lesson warehouse stock "
	 "inventory vehicle vehicles device devices machine sensor currency language zone carrier shipper method rule rules campaign coupon discount "
	 "promo voucher plan plans feature features report reports query index schema database field fields constraint function process step stage "
	 "attribute property properties variant sku barcode color colour size unit units material supplier suppliers vendor vendors manufacturer "
	 "branch store stores shop shops office building room rooms floorplan machine printer network port protocol service services bucket image media "
	 "audio video attachment attachments document documents station stop route event venue hotel flight ticket "
	 "produkt produkte artikel ware waren datei dateien ordner pfad tabelle spalte kategorie marke modell teil abteilung gruppe projekt aufgabe "
	 "lager fahrzeug gerat geraet filiale laden raum gebaude lieferant lieferanten hersteller waehrung sprache bestand leistung leistungen tarif "
	 "produit produits article articles fichier fichiers dossier categorie categories marque modele piece rayon entrepot vehicule appareil fournisseur "
	 "fournisseurs fabricant devise langue magasin salle evenement formation cours "
	 "producto productos articulo articulos archivo archivos carpeta tabla columna categoria categorias marca marcas modelo pieza almacen vehiculo "
	 "dispositivo proveedor proveedores fabricante moneda idioma tienda sala evento curso servicio "
	 "prodotto prodotti articolo cartella tabella colonna categoria marca modello magazzino veicolo dispositivo fornitore fornitori valuta lingua "
	 "negozio stanza corso servizio "
	 "produto produtos artigo arquivo ficheiro pasta tabela coluna armazem veiculo fornecedor fornecedores moeda loja quarto servico "
	 "product producten bestand bestanden map tabel kolom merk onderdeel magazijn voertuig apparaat leverancier leveranciers valuta taal winkel kamer "
	 "cursus dienst "
	 "produkt produkty towar towary plik pliki tabela kolumna kategoria marka czesc magazyn pojazd urzadzenie dostawca dostawcy producent waluta jezyk "
	 "sklep pokoj kurs usluga uslugi"},
	{Word::street,
	 "street streets strasse strassen str straat rue calle via ulica ulice ul rua avenida avenue road housenumber hausnummer hausnr huisnummer "
	 "huisnr numerodomu nrdomu mieszkania lokalu voie dom apartment apt suite numerocivico civico streetname strassenname addr addr1 addr2 pobox postfach "
	 "straatnaam adreszusatz adresszusatz hausnum piso puerta portal andar logradouro bairro colonia"},
	{Word::city,
	 "city cities town village municipality stadt ort wohnort gemeinde ville commune ciudad localidad municipio citta comune cidade localidade "
	 "plaats stad woonplaats gemeente miasto miejscowosc locality suburb poblacion geburtsort"},
	{Word::postal,
	 "zip zipcode postal postcode postalcode plz postleitzahl postleit codepostal cp postale cap postnummer kodpocztowy pocztowy zipp "
	 "cep codigopostal postzegel zip4"},
	{Word::address,
	 "address addresses adresse adressen anschrift anschriften adres adresy adresu adreslijn direccion direcciones domicilio indirizzo indirizzi "
	 "endereco enderecos morada adressezeile addressline wohnanschrift adress"},
	{Word::address_part,
	 "state province prov region country county district land bundesland staat departement pays estado provincia pais paese regione distrito uf concelho "
	 "provincie gewest kraj wojewodztwo powiat gmina floor etage stockwerk stiege area territory neighborhood neighbourhood canton kanton"},
	{Word::birth,
	 "birth birthday birthdate dob born birthplace dateofbirth geburt geburts geburtsdatum geburtstag geb gebdat gebdatum geboren naissance "
	 "datenaissance nacimiento nac nascita nascimento nasc datanascimento fechanacimiento datanascita geboorte geboortedatum "
	 "geboorteplaats urodzenia dataurodzenia urodziny death deceased sterbedatum todestag deces fallecimiento ne cumpleanos compleanno aniversario verjaardag"},
	{Word::trait,
	 "gender sex geschlecht sexe genre sexo sesso geslacht plec marital maritalstatus civilstatus familienstand etatcivil situacionfamiliar "
	 "estadocivil statocivile burgerlijkestaat nationality nationalities staatsangehorigkeit staatsangehoerigkeit nationalitat nationalite "
	 "nacionalidad nazionalita nacionalidade nationaliteit obywatelstwo narodowosc citizenship religion konfession confesion religia "
	 "godsdienst ethnicity ethnic race ethnie etnia disability handicap behinderung diagnosis diagnose diagnoses diagnosen diagnostic diagnostico "
	 "diagnosi rozpoznanie allergy allergies allergie allergien alergia alergias alergie blood bloodtype blutgruppe medication medications "
	 "medikament medikamente symptom symptoms symptome anamnese anamnesis condition pronouns orientation pregnancy illness disease krankheit "
	 "choroba enfermedad malattia doenca ziekte krankengeschichte befund befunde height weight groesse gewicht demographics demographic ethnicgroup"},
	{Word::id, "id ids no nr num number numbers nummer nummern numero numeros num nro numer kennung kennzeichen identifier identification identity code codes kod kode "
			   "codigo codice ident key ref reference"},
	{Word::national,
	 "ssn sin nin nino sozialversicherung sozialversicherungs sozialversicherungsnummer svnr sv svnummer national nationalid nir insee "
	 "securite secu social security dni nie nif cif curp rut cpf rg bsn burgerservice burgerservicenummer pesel nip dowod dowodu osobisty "
	 "dowodosobisty codicefiscale passport passports reisepass passnummer passeport pasaporte passaporto passaporte paspoort paszport paszportu "
	 "personalausweis ausweis ausweisnummer ausweisnr perso identitycard idcard licence license licencenumber fuhrerschein fuehrerschein rijbewijs permis "
	 "krankenkassennummer versichertennummer versichertennr kvnr versnr nhs mrn aadhaar pan nss cedula personnummer rijksregisternummer cartaoidentidade prawo prawojazdy"},
	{Word::tax, "tax taxid vat vatid steuer steuerid steuernummer steuernr steuer idnr ustid ust fiscal fiscale btw btwnummer iva podatkowy tin tva"},
	{Word::bank,
	 "iban bic swift bank bankaccount kontonummer kontonr konto bankkonto bankverbindung blz bankleitzahl rib rekening rekeningnummer "
	 "routing sortcode sepa mandate mandat bancario bancaria bancaire conto correntebancaria bankowe rachunek rachunku konta cuenta conta"},
	{Word::account, "account accountnumber accountno kundennummer kundennr kdnr kundenr klantnummer klantnr mitgliedsnummer mitgliedsnr matrikelnummer custno "
					"customerno customernumber memberno membernumber numeroclient numerocliente clientno studentno"},
	{Word::card, "card cards creditcard cardnumber cc ccnumber ccnum kreditkarte kreditkarten kreditkartennummer kartennummer karte carte tarjeta "
				 "carta cartao creditcardnumber kaart kaartnummer karty karta cvv cvc pannumber debit credit"},
	{Word::user_name, "login logins username userid loginid loginname screenname handle usernamen benutzername benutzerkennung identifiant nombreusuario gebruikersnaam nazwauzytkownika "
					 "utilizadornome nomeutente twitter facebook instagram linkedin github xing tiktok steam discord slack "},
	{Word::credential, "password passwords passwd pwd pass passphrase passwort kennwort kennwoerter motdepasse mdp contrasena clave senha wachtwoord haslo hasla "
					   "salt secret token pin otp totp recoverycode encryptedpassword apikey hash digest"},
	{Word::network, "ip ipaddr ipaddress ipaddresse mac macaddress useragent cookie fingerprint browser agent imei udid deviceid clientip remoteaddr adresseip"},
	{Word::photo, "photo photos picture pictures portrait avatar foto fotos lichtbild bild bilder passfoto passbild selfie headshot signature unterschrift "
				 "handtekening podpis assinatura zdjecie zdjecia imagen immagine imagem biometric biometrics fingerabdruck mugshot face voice scan"},
	{Word::free_text,
	 "note notes comment comments remark remarks memo bemerkung bemerkungen notiz notizen anmerkung anmerkungen kommentar kommentare hinweis remarque remarques "
	 "commentaire commentaires observation observations nota notas comentario comentarios observacion observaciones observacao observacoes "
	 "commento commenti osservazioni annotazioni opmerking opmerkingen aantekening notitie notities uwagi uwaga komentarz komentarze notatka notatki "
	 "bio biography biographie biografia about cv resume curriculum lebenslauf zyciorys vita feedback opinion complaint complaints beschwerde "
	 "reclamation queja reclamo reclamacao klacht skarga testimonial hobbies hobby interests wishes wunsch wunsche"},
	{Word::message,
	 "message messages body content text transcript nachricht nachrichten mitteilung inhalt freitext texte contenu mensaje mensajes contenido texto "
	 "messaggio messaggi testo mensagem mensagens conteudo bericht berichten inhoud tekst wiadomosc wiadomosci tresc chat reply answer answers anliegen"},
	{Word::title, "title titles titel titre titulo titolo tytul anrede salutation honorific honorifics suffix prefix civilite tratamiento aanhef courtesy greeting zwrot"},
	{Word::job,
	 "profession occupation jobtitle position beruf berufe taetigkeit tatigkeit stelle metier fonction poste profesion ocupacion cargo puesto "
	 "professione mansione occupazione profissao ocupacao beroep functie zawod stanowisko"},
	{Word::company, "company companies employer arbeitgeber firma firmen unternehmen societe entreprise employeur empresa empleador azienda societa "
					"datore bedrijf bedrijfsnaam werkgever pracodawca organisation organization workplace school university"},
	{Word::document,
	 "payload metadata meta details detail info data datas extra additional raw form profiledata customdata personaldata daten donnees datos dati dados gegevens dane "
	 "request response snapshot before after new json xml record zusatz attributes survey survey preferences"},
	{Word::location, "latitude longitude lat lon lng long geo gps coordinates coordinate coords coord location geolocation geom geometry breitengrad laengengrad "
					 "koordinaten ubicacion posizione localizacao locatie lokalizacja spatial geopoint latlng whereabouts"},
	{Word::head,
	 "type types kind status state_code count counts flag flags at sent verified verify enabled disabled confirmed confirmation valid active "
	 "inactive format style length version level limit rate score rank order sort sequence total sum amount qty quantity price cost fee balance "
	 "percentage promotion promotions optin optout newsletter consent accepted allowed required visible hidden public default attempts attempt "
	 "expires expiry expiration changed updated created modified deleted days hours minutes seconds subject mode scope source "
	 "typ art anzahl gesendet bestaetigt bestatigt gueltig gultig aktiv reihenfolge betrag preis anzahl statut etat nombrede compte valide actif montant prix envoye "
	 "tipo estado_civil_id activo cantidad precio importe enviado verificado stato attivo quantita prezzo importo ativo quantidade preco valor enviado "
	 "soort aantal actief bedrag prijs verzonden rodzaj ilosc aktywny kwota cena wyslano class priority reason trend validity "
	 "provider providers domain template templates description descriptions beschreibung desc descripcion descrizione descricao omschrijving opis label caption slug"},
	{Word::date, "date dates datum day time timestamp year month tag jahr monat jour annee mois fecha dia ano mes giorno anno mese jaar maand dag rok dzien"},
	{Word::settings, "settings setting config configuration options option permissions permission rights theme layout locale timezone"},
	{Word::neutral,
	 "line lines of the a de la le du des di da do van von zu el and und et y e i is has der die das den am im in to for by on mit row col text txt value val "
	 "alt alternate alternative other second third one two three enc encrypted hashed plain current former previous old original main "
	 "zeile ligne linea linha regel wiersz short local normalized lower nummerzusatz w z na ze pl en fr es it pt nl "
	 "postanschrift haupt neben zweite weitere ex"},
};

constexpr std::size_t count_words(std::string_view words)
{
	std::size_t count = 0;
	bool inside = false;
	for (const char c : words) {
		count += c != ' ' && !inside;
		inside = c != ' ';
	}
	return count;
}

struct Entry {
	std::string_view text;
	Word word = Word::unknown;
	std::size_t group = 0;
};

constexpr std::size_t kEntries = [] {
	std::size_t sum = 0;
	for (const Group &group : kGroups)
		sum += count_words(group.words);
	return sum;
}();

template <typename F>
constexpr void for_each_word(std::string_view words, F &&take)
{
	for (std::size_t at = 0; at < words.size();) {
		const std::size_t start = words.find_first_not_of(' ', at);
		if (start == std::string_view::npos)
			return;
		const std::size_t end = std::min(words.find(' ', start), words.size());
		take(words.substr(start, end - start));
		at = end;
	}
}

// A word in several groups counts for the first of them. Sorted at first use: a compiler may refuse to do it.
const auto &dictionary()
{
	static const auto sorted = [] {
		std::array<Entry, kEntries> entries{};
		std::size_t n = 0;
		for (std::size_t g = 0; g < std::size(kGroups); ++g)
			for_each_word(kGroups[g].words, [&](std::string_view text) { entries[n++] = {text, kGroups[g].word, g}; });
		std::sort(entries.begin(), entries.end(),
				  [](const Entry &a, const Entry &b) { return a.text != b.text ? a.text < b.text : a.group < b.group; });
		return entries;
	}();
	return sorted;
}

constexpr std::string_view kGivenNames =
	"aaron abigail adam adrian agata agnes agnieszka ahmed aisha alan albert alberto alejandra alejandro aleksandra alessandro alex alexander alexandra alexandre "
	"alfonso alfred ali alice alicja alina amanda amelia amelie amy ana anders andre andrea andreas andres andrew andrzej angela angelika anita anja ann anna annalena "
	"anne annette anthony antoine anton antonio antonia arthur artur astrid audrey aurelie barbara bart bartosz beata beatrice beatriz ben benjamin bernard "
	"bernd birgit bjorn brandon brenda brian bruno camila camille carla carlo carlos carmen carol carolina caroline catarina catherine cecile celine charles "
	"charlotte chiara chris christian christiane christina christine christoph christophe christopher claire clara claude claudia claudio colette cristina "
	"cynthia damian daniel daniela danielle dariusz david deborah denise dennis diana diane diego dieter dirk dominik dominique donald donna dorota doris dorothea "
	"dorothy eduardo edward edyta elena elisabeth elisa elise elizabeth elke ella elsa emil emilia emilie emily emma emmanuel enrico eric erik erika ernst "
	"esther eva ewa fabian fabio fatima federico felipe felix ferdinand fernanda fernando filip filippo flavia florence florian francesca francesco francisca "
	"francisco franck francois francoise frank franz fred frederic frederik frieda friedrich fritz gabriel gabriela gabriele gary george georg georges gerard gerda "
	"gerhard giovanni gisela giulia giuseppe gloria gonzalo grace graham grazyna greg gregory grzegorz guillaume guido gunter gustav hannah hans harald "
	"harold heather heidi heike heinrich heinz helen helena helene helga henri henry henrik herbert hermann holger hugo ian ignacio ines inga inge ingrid irena irene irina iris "
	"isaac isabel isabella isabelle ivan iwona jack jacek jacob jacqueline jakub james jan jana jane janet janine janusz jason javier jean jeanne jeffrey "
	"jennifer jens jeremy jerzy jesper jessica jesus jim joachim joan joana joanna joao jochen joe johan johann johanna johannes john johnny jonas jonathan jorge jose josef "
	"joseph joshua juan juana judith juergen julia julian julie julien julius jurgen justin justyna karen karin karl karolina katarzyna katharina katherine kathleen "
	"kathrin katja kazimierz keith kelly kenneth kerstin kevin kim klaus krystyna krzysztof kurt kyle lara larry lars laura laurence laurent lea lena leo leon "
	"leonie leonardo lily linda lisa lorenzo louis louise luc luca lucas lucia lucie ludwig luis luisa luise lukas lukasz lydia maciej madeleine magdalena malgorzata manfred manuel "
	"manuela marc marcel marcin marco marcos marcus mareike margaret margarida maria mariana marianne marie mariam marina mario marion mariusz mark marko markus marta "
	"martha martin martina martine mary massimo mateusz mathias mathieu mathilde matteo matthew matthias max maximilian maria megan mehmet melanie melissa mia michael michaela michal "
	"michel michele michelle miguel mike mikolaj mohamed mohammed monika monique moritz nadia nadine nancy natalia nathalie nathan neil niels nicolas nicole nikolaus nils nina noah "
	"noemi nora norbert nuria olaf oliver olivia olivier oscar oskar otto pablo paola paolo pascal patricia patrick patryk paul paula paulina pawel pedro peter petra philip philipp "
	"philippe pierre pieter pilar piotr rachel rafael rainer ralf ralph ramon rebecca regina reiner rene renate renata ricardo riccardo richard rita robert roberto roger roland "
	"rolf roman ronald rosa rosario rose roxane ruben rudolf russell ruth ryan sabine sabrina salvatore samantha samuel sandra sandrine sara sarah sascha scott sean sebastian "
	"sergio sharon silke silvia simon simone slawomir sofia sonia sonja sophia sophie stanislaw stefan stefania stefanie stefano stephan stephanie stephen steve steven susan susanna susanne "
	"svenja sven sylvia sylvie sylwia tadeusz tanja tatiana teresa theo theodor theresa thibault thierry thijs thomas tiago tim timo timothy tobias tom tomas tomasz tyler ulrich ulrike "
	"ursula ute uwe valentina valerie vanessa vera veronica veronique victor victoria viktor vincent vincenzo virginie walter wanda werner wiebke wieslaw wilhelm "
	"willem william wojciech wolfgang xavier yann yannick yasmin yolanda yves yvonne zachary zbigniew zofia zoe";

const auto &given_names()
{
	static const auto sorted = [] {
		std::array<std::string_view, count_words(kGivenNames)> names{};
		std::size_t n = 0;
		for_each_word(kGivenNames, [&](std::string_view name) { names[n++] = name; });
		std::sort(names.begin(), names.end());
		return names;
	}();
	return sorted;
}

}  // namespace

Word look_up(std::string_view word)
{
	const auto &all = dictionary();
	const auto at = std::lower_bound(all.begin(), all.end(), word, [](const Entry &e, std::string_view w) { return e.text < w; });
	return at != all.end() && at->text == word ? at->word : Word::unknown;
}

bool is_given_name(std::string_view word)
{
	return std::binary_search(given_names().begin(), given_names().end(), word);
}

}  // namespace core
