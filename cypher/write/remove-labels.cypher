// Takes a type label off entities that are of another type now.
UNWIND $rows AS row
MATCH (n:BASE {id: row.id})
REMOVE n:LABEL
