// Which of these nodes are in the graph.
UNWIND $rows AS row
MATCH (n:Entity {id: row.id})
RETURN n.id AS id
