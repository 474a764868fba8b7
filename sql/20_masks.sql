-- Masks: what a personal value looks like after it has been masked. Usable in any query, on any value.
--
-- What holds for all of them: NULL stays NULL and empty stays empty; characters are counted, not bytes; masking twice
-- changes nothing. Each mask that works on text also has a form with text: polymorphic arguments refuse untyped
-- literals, NULL and the untyped parameters that drivers send.

CREATE FUNCTION erasure.mask(value anyelement) RETURNS anyelement
    LANGUAGE C STABLE STRICT PARALLEL SAFE
    AS 'MODULE_PATHNAME', 'erasure_mask_any';

COMMENT ON FUNCTION erasure.mask(anyelement) IS
'The default mask of a value, as a value of the same type.

value: of any type that has a neutral value.
Returns: numbers, money and oid 0; boolean false; date and timestamps 1970-01-01, infinity too; time 00:00; interval 0;
uuid and macaddr zeros; inet 0.0.0.0; cidr 0.0.0.0/0; bytea and bit varying empty; bit(n) zeros; json and jsonb as
mask_jsonb(); xml <masked/>; tsvector and tsquery empty; geometric values at the origin; ranges and multiranges
empty; an enum its first label; text-like types five asterisks, fewer where a row''s column or a domain is shorter.
A row is masked field by field. An array with elements becomes an array of one, its first element that is not NULL
masked, which hides how many there were; one of NULLs only becomes {NULL}. A domain''s value is masked as its base
type''s.
Errors: 42P17 when the type has no neutral value, or a domain''s constraint refuses it; the value is never named.
STABLE, not IMMUTABLE, for enums, rows and domains are looked up in the catalogue.';

CREATE FUNCTION erasure.mask(value text) RETURNS text
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE
    AS 'MODULE_PATHNAME', 'erasure_mask_text';

COMMENT ON FUNCTION erasure.mask(text) IS
'The default mask of a text: five asterisks, whatever its length.

value: any text; varchar, char and name arguments come here too.
Returns: *****, or the empty text for an empty one.';

-- "char" goes to text as readily as to anyelement: without a form of its own the call would be ambiguous.
CREATE FUNCTION erasure.mask(value "char") RETURNS "char"
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE
    AS 'MODULE_PATHNAME', 'erasure_mask_any';

COMMENT ON FUNCTION erasure.mask("char") IS
'The default mask of a "char": one asterisk.

value: any "char".
Returns: *, or the empty "char" for an empty one.';

CREATE FUNCTION erasure.mask_partial(value text, keep_first integer, keep_last integer) RETURNS text
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE
    AS 'MODULE_PATHNAME', 'erasure_mask_partial';

COMMENT ON FUNCTION erasure.mask_partial(text, integer, integer) IS
'The first and the last characters around five asterisks: mask_partial(''alice'', 1, 1) is a*****e.

value: any text.
keep_first, keep_last: how many characters to keep at either end; 0 or more.
Returns: all asterisks when fewer than three characters, or fewer than are shown, would be hidden.
Errors: 22023 when keep_first or keep_last is negative.';

CREATE FUNCTION erasure.mask_email(value text) RETURNS text
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE
    AS 'MODULE_PATHNAME', 'erasure_mask_email';

COMMENT ON FUNCTION erasure.mask_email(text) IS
'An e-mail address with its first letter and its top-level domain: alice@example.com becomes a*****@*****.com.

value: any text.
Returns: *****@*****.com for a local part of one or two characters; all asterisks for what is not plainly a well-formed
address.';

CREATE FUNCTION erasure.mask_phone(value text) RETURNS text
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE
    AS 'MODULE_PATHNAME', 'erasure_mask_phone';

COMMENT ON FUNCTION erasure.mask_phone(text) IS
'A telephone number''s last two digits: +49 170 1234567 becomes *****67.

value: any text.
Returns: all asterisks for what is not a number of 7 to 15 digits, written with spaces and the marks + - . / ( ) only.';

CREATE FUNCTION erasure.mask_jsonb(value jsonb, paths text[] DEFAULT NULL) RETURNS jsonb
    LANGUAGE C IMMUTABLE PARALLEL SAFE
    AS 'MODULE_PATHNAME', 'erasure_mask_jsonb';

COMMENT ON FUNCTION erasure.mask_jsonb(jsonb, text[]) IS
'A document with its leaves masked: strings ***** (the empty one stays), numbers 0, booleans false; null stays.
Object keys and the nesting stay, for they are structure; keys that are personal data themselves need another mask.

value: any document.
paths: which nodes to mask, with everything below them; NULL, the default, is the whole document. A path is written
contact.email, phones[*].number, $.a.*, or as the array literal {contact,email} that #> takes. A step that is no number
looks through arrays: phones.number selects the numbers of all phones. A path that leads nowhere selects nothing.
Returns: NULL for a NULL value.
Errors: 22023 when a path is malformed or NULL.';

CREATE FUNCTION erasure.is_masked(value anyelement) RETURNS boolean
    LANGUAGE C STABLE STRICT PARALLEL SAFE
    AS 'MODULE_PATHNAME', 'erasure_is_masked_any';

COMMENT ON FUNCTION erasure.is_masked(anyelement) IS
'Whether a value is one that a mask gives. A convenience for finding what is not masked yet, not a proof: 0 is a
number like any other, and a person may have written asterisks.

value: of any type that mask() takes.
Returns: true when a text looks masked, when every leaf of a document, element of an array or field of a row is masked
or NULL, and for other types when the value equals the neutral one; NULL for NULL.
Errors: 42P17 when the type has no neutral value.';

CREATE FUNCTION erasure.is_masked(value text) RETURNS boolean
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE
    AS 'MODULE_PATHNAME', 'erasure_is_masked_text';

COMMENT ON FUNCTION erasure.is_masked(text) IS
'Whether a text looks like a mask''s output: empty, one to five asterisks, a run of five asterisks with other
characters, or fewer asterisks and then at least eight lower-case hexadecimal digits. A convenience, not a proof.

value: any text.
Returns: NULL for NULL.';

CREATE FUNCTION erasure.is_masked(value "char") RETURNS boolean
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE
    AS 'MODULE_PATHNAME', 'erasure_is_masked_any';

COMMENT ON FUNCTION erasure.is_masked("char") IS
'Whether a "char" is an asterisk or empty.

value: any "char".
Returns: NULL for NULL.';

CREATE FUNCTION erasure._mask_text(value text, mask text, keep_first integer, keep_last integer, max_chars integer)
    RETURNS text
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE
    AS 'MODULE_PATHNAME', 'erasure_mask_text_as';

COMMENT ON FUNCTION erasure._mask_text(text, text, integer, integer, integer) IS
'Internal: the text masks as the engine''s statements call them, never longer than the column.

value: any text.
mask: default, partial, email or phone.
keep_first, keep_last: of partial; 0 or more.
max_chars: no more characters than this come out; 0 is no limit.
Errors: 22023 for another mask, and when keep_first or keep_last is negative.';

CREATE FUNCTION erasure._mask_unique(value text, salt text, key text, max_chars integer) RETURNS text
    LANGUAGE C IMMUTABLE PARALLEL SAFE
    AS 'MODULE_PATHNAME', 'erasure_mask_unique';

COMMENT ON FUNCTION erasure._mask_unique(text, text, text, integer) IS
'Internal: asterisks and a token of up to 16 hexadecimal digits, for columns whose values must differ.

value: any text; what it says never shows in the result.
salt, key: what the token is made from, the first digits of their SHA-256; not NULL unless value is.
max_chars: no more characters than this come out; 0 is no limit.
Returns: NULL for NULL, empty for empty.
Errors: 42P17 when max_chars leaves too little of the token to tell rows apart, 22023 when salt or key is NULL.';

CREATE FUNCTION erasure._mask_token(value text, salt text, max_chars integer) RETURNS text
    LANGUAGE C VOLATILE STRICT
    AS 'MODULE_PATHNAME', 'erasure_mask_token';

COMMENT ON FUNCTION erasure._mask_token(text, text, integer) IS
'Internal: asterisks and a token of up to 16 hexadecimal digits made from the value, for keys that are personal data and what refers to them.

value: any text. What has the shape of such a mask already, or is empty, stays as it is.
salt: keeps columns apart.
max_chars: no more characters than this come out; 0 is no limit.
Returns: the same for the same value within one call of the engine, which forgets its secret; another mask each time elsewhere.
Errors: 42P17 when max_chars leaves too little of the token to tell rows apart.';

CREATE FUNCTION erasure._is_token(value text, max_chars integer) RETURNS boolean
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE
    AS 'MODULE_PATHNAME', 'erasure_is_token';

COMMENT ON FUNCTION erasure._is_token(text, integer) IS
'Internal: whether a text is empty or has the shape of a mask by erasure._mask_token.

value: any text.
max_chars: as it was for that function.';

-- Default privileges of the installing role may have taken these away. The internal ones too: the engine's statements
-- run as the owner of the table that they mask.
GRANT EXECUTE ON FUNCTION
    erasure.mask(anyelement), erasure.mask(text), erasure.mask("char"), erasure.mask_partial(text, integer, integer),
    erasure.mask_email(text), erasure.mask_phone(text), erasure.mask_jsonb(jsonb, text[]),
    erasure.is_masked(anyelement), erasure.is_masked(text), erasure.is_masked("char"),
    erasure._mask_text(text, text, integer, integer, integer), erasure._mask_unique(text, text, text, integer),
    erasure._mask_token(text, text, integer), erasure._is_token(text, integer)
    TO PUBLIC;
