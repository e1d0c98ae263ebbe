// Adds relationships that are not there yet, in a first load. FROM, TYPE and TO come from the ontology table.
UNWIND $rows AS row
MATCH (a:FROM {id: row[0]})
MATCH (b:TO {id: row[1]})
CREATE (a)-[r:TYPE]->(b)
SET r = row[2]
