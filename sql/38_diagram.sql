-- The policy of a subject table as a picture.

CREATE FUNCTION erasure.diagram(subject regclass)
    RETURNS text LANGUAGE c STABLE AS 'MODULE_PATHNAME', 'erasure_diagram';
COMMENT ON FUNCTION erasure.diagram(regclass) IS
'The policy of a subject table as a Mermaid flowchart: its tables, how they are joined, their personal columns with the masks, and what erasure does with their rows. For whoever holds a permission on the table or owns it. Errors: 42501, 42P17 not protected.';
