// Which of these relationships are there, and what evidence they carry.
UNWIND $rows AS row
MATCH (a:FROM {id: row.from})-[r:TYPE {id: row.id}]->(b:TO {id: row.to})
RETURN r.id AS id, properties(r) AS properties
