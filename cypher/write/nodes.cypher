// Adds or replaces nodes. BASE and LABEL are put in from the ontology table, never from input.
UNWIND $rows AS row
MERGE (n:BASE {id: row.id})
SET n = row.properties
SET n:LABEL
