// Adds or replaces relationships between nodes that are there. FROM, TYPE and TO come from the ontology table.
UNWIND $rows AS row
MATCH (a:FROM {id: row.from})
MATCH (b:TO {id: row.to})
MERGE (a)-[r:TYPE {id: row.id}]->(b)
SET r = row.properties
