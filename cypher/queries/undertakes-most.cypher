// zh: 谁承担的项目最多
// en: Who undertakes most
// param: limit integer 30 最多几家
// columns: undertaker, type, count, examples
// flags: scan
// :params {limit: 30}
MATCH (e:Entity)-[:UNDERTAKES]->(p:Entity)
WITH e, p.name AS name
ORDER BY name
WITH e, collect(DISTINCT name) AS names
RETURN e.name AS undertaker, e.type AS type, size(names) AS count, names[0..5] AS examples
ORDER BY count DESC, undertaker, e.id
LIMIT $limit
