// Takes nodes out, with what hangs on them.
UNWIND $rows AS row
MATCH (n:BASE {id: row.id})
DETACH DELETE n
