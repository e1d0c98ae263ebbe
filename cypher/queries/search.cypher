// zh: 按名称、别名或名称的一部分查找实体
// en: Find entities by name, alias or part of a name
// param: q text "区" 名称或名称的一部分 | A name or a part of it
// param: types texts [] 只要这些类型（空为全部） | Types
// param: limit integer 20 最多几个 | Limit
// columns: id, name, type, aliases, degree, reports, node
// flags: scan
// :param q => "区"
// :param types => []
// :param limit => 20
WITH reduce(key = toLower($q), mark IN [' ', '“', '”', '‘', '’', '"', "'", '「', '」', '『', '』', '《', '》', '·'] | replace(key, mark, '')) AS q
MATCH (e:Entity)
WHERE e.search CONTAINS q AND (size($types) = 0 OR e.type IN $types)
WITH e, q, '|' + e.search + '|' AS names
WITH e.id AS id, size(e.reports) AS reports, e.mentions AS mentions, size(e.name) AS length,
  CASE WHEN e.key = q THEN 0 WHEN names CONTAINS '|' + q + '|' THEN 1 WHEN e.key STARTS WITH q THEN 2 WHEN names CONTAINS '|' + q THEN 3 ELSE 4 END AS rank
ORDER BY rank, reports DESC, mentions DESC, length, id
LIMIT $limit
MATCH (e:Entity {id: id})
RETURN id, e.name AS name, e.type AS type, e.aliases AS aliases, COUNT { (e)--(:Entity) } AS degree, reports, e AS node
ORDER BY rank, reports DESC, mentions DESC, length, id
