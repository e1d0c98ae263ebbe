// zh: 图谱里有什么：各类关系连接哪两类节点，各多少条
// en: What is in the graph: relationship types, what they join, how many
// columns: from, type, to, count
// flags: scan
MATCH (a)-[r]->(b)
WITH coalesce(a.type, head([l IN labels(a) WHERE l <> 'Entity'])) AS from, type(r) AS type, coalesce(b.type, head([l IN labels(b) WHERE l <> 'Entity'])) AS to
WITH from, type, to, count(*) AS count
RETURN from, type, to, count
ORDER BY count DESC, from, type, to
