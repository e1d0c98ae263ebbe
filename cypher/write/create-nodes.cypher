// Adds nodes that are not there yet, in a first load. BASE and LABEL are put in from the ontology table.
UNWIND $rows AS properties
CREATE (n:BASE:LABEL)
SET n = properties
