// zh: 图谱里各类节点的数目
// en: Nodes by label
// columns: label, count
// flags: scan
MATCH (e:Entity)
WITH e.type AS label, count(e) AS count
RETURN label, count
UNION ALL
MATCH (n:Report)
WITH 'Report' AS label, count(n) AS count
RETURN label, count
UNION ALL
MATCH (n:Passage)
WITH 'Passage' AS label, count(n) AS count
RETURN label, count
UNION ALL
MATCH (n:Observation)
WITH 'Observation' AS label, count(n) AS count
RETURN label, count
UNION ALL
MATCH (n:Milestone)
WITH 'Milestone' AS label, count(n) AS count
RETURN label, count
