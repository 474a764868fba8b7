-- The first line every install script needs, and the schema's comment.

\echo Use "CREATE EXTENSION erasure" to load this file. \quit

COMMENT ON SCHEMA erasure IS 'the life cycle of personal data: soft delete, permanent delete, undo, erasure, proof';
