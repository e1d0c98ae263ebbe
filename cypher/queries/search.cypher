// zh: 按名称、别名或名称的一部分查找实体
// en: Find entities by name, alias or part of a name
// param: q text "区" 名称或名称的一部分
// param: types texts [] 只要这些类型（空为全部）
// param: limit integer 20 最多几个
// columns: id, name, type, aliases, degree, reports, node
// flags: scan
// :params {q: "区", types: [], limit: 20}
WITH toLower(replace(replace(replace($q, ' ', ''), '“', ''), '”', '')) AS q
MATCH (e:Entity)
WHERE e.search CONTAINS q AND (size($types) = 0 OR e.type IN $types)
WITH e, q, '|' + e.search + '|' AS names
WITH e, CASE WHEN e.key = q THEN 0 WHEN names CONTAINS '|' + q + '|' THEN 1 WHEN e.key STARTS WITH q THEN 2 WHEN names CONTAINS '|' + q THEN 3 ELSE 4 END AS rank
ORDER BY rank, size(e.reports) DESC, e.mentions DESC, size(e.name), e.id
LIMIT $limit
OPTIONAL MATCH (e)-[r]-(:Entity)
WITH e, rank, count(r) AS degree
RETURN e.id AS id, e.name AS name, e.type AS type, e.aliases AS aliases, degree, size(e.reports) AS reports, e AS node
ORDER BY rank, reports DESC, e.mentions DESC, size(e.name), id
