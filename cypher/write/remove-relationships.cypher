// Takes relationships out.
UNWIND $rows AS row
MATCH (a:FROM {id: row.from})-[r:TYPE {id: row.id}]->(b:TO {id: row.to})
DELETE r
