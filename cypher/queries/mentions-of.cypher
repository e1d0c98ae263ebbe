// zh: 一个实体在各报告中的提法和出现的段落，新的在前
// en: The passages that name an entity, and what each report calls it, newest first
// param: entity text "云河区" 实体名称、别名或编号 | Entity
// param: limit integer 100 最多几段 | Limit (passages)
// columns: report, title, year, name, passage, heading, text, starts, ends
// :param entity => "云河区"
// :param limit => 100
WITH reduce(key = toLower($entity), mark IN [' ', '“', '”', '‘', '’', '"', "'", '「', '」', '『', '』', '《', '》', '·'] | replace(key, mark, '')) AS key
CALL (key) {
  MATCH (e:Entity {id: $entity})
  RETURN e
  UNION
  MATCH (e:Entity)
  WHERE e.search CONTAINS key AND '|' + e.search + '|' CONTAINS '|' + key + '|'
  RETURN e
}
WITH e, CASE WHEN e.id = $entity THEN 0 WHEN e.key = key THEN 1 ELSE 2 END AS rank
ORDER BY rank, size(e.reports) DESC, e.mentions DESC, e.id
LIMIT 1
MATCH (e)<-[m:MENTIONS]-(p:Passage)<-[:HAS_PASSAGE]-(report:Report)
WITH e, m, p, report
ORDER BY report.year DESC, report.id, p.index
LIMIT $limit
MATCH (report)-[n:NAMES]->(e)
RETURN report.id AS report, report.title AS title, report.year AS year, n.name AS name, p.id AS passage, p.heading AS heading,
  p.text AS text, [s IN m.starts | s - p.start] AS starts, [s IN m.ends | s - p.start] AS ends
ORDER BY year DESC, report, p.index
