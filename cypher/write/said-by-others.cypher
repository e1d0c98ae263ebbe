// Which of these observations or milestones other reports say too.
UNWIND $rows AS row
MATCH (n:BASE {id: row.id})-[s:SAID_IN]->(:Passage)
WHERE NOT s.report IN $reports
RETURN DISTINCT n.id AS id
