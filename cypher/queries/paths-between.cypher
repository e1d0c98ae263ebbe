// zh: 两个实体之间的最短路径，每一步附原文
// en: The shortest paths between two entities, each step with a sentence that says it
// param: from text "云河区" 起点名称、别名或编号 | From
// param: to text "星湖区" 终点名称、别名或编号 | To
// param: limit integer 5 最多几条 | Limit
// columns: steps, names, types, years, reports, sentences, path
// :param from => "云河区"
// :param to => "星湖区"
// :param limit => 5
WITH reduce(key = toLower($from), mark IN [' ', '“', '”', '‘', '’', '"', "'", '「', '」', '『', '』', '《', '》', '·'] | replace(key, mark, '')) AS key
CALL (key) {
  MATCH (a:Entity {id: $from})
  RETURN a
  UNION
  MATCH (a:Entity)
  WHERE a.search CONTAINS key AND '|' + a.search + '|' CONTAINS '|' + key + '|'
  RETURN a
}
WITH a, CASE WHEN a.id = $from THEN 0 WHEN a.key = key THEN 1 ELSE 2 END AS rank
ORDER BY rank, size(a.reports) DESC, a.mentions DESC, a.id
LIMIT 1
WITH a, reduce(key = toLower($to), mark IN [' ', '“', '”', '‘', '’', '"', "'", '「', '」', '『', '』', '《', '》', '·'] | replace(key, mark, '')) AS key
CALL (key) {
  MATCH (b:Entity {id: $to})
  RETURN b
  UNION
  MATCH (b:Entity)
  WHERE b.search CONTAINS key AND '|' + b.search + '|' CONTAINS '|' + key + '|'
  RETURN b
}
WITH a, b, CASE WHEN b.id = $to THEN 0 WHEN b.key = key THEN 1 ELSE 2 END AS rank
ORDER BY rank, size(b.reports) DESC, b.mentions DESC, b.id
LIMIT 1
WITH a, b
WHERE a.id <> b.id
MATCH p = allShortestPaths((a)-[:PART_OF|LOCATED_IN|UNDERTAKES|IN_INDUSTRY|FOCUSES_ON|PURSUES|CONTRIBUTES_TO|AWARDED|AIMS_FOR|HOSTS|HOLDS_OFFICE|COOPERATES_WITH|ADOPTS*..6]-(b))
WITH p, [n IN nodes(p) | n.id] AS ids, [r IN relationships(p) | r.id] AS own
ORDER BY ids, own
LIMIT $limit
WITH p, ids, own, length(p) AS steps, [n IN nodes(p) | n.name] AS names, [r IN relationships(p) | type(r)] AS types
UNWIND relationships(p) AS r
MATCH (passage:Passage {id: r.passages[0]})
MATCH (report:Report {id: passage.report})
WITH p, ids, own, steps, names, types, collect(passage.text) AS sentences, collect(report.title) AS reports, collect(report.year) AS years
RETURN steps, names, types, years, reports, sentences, p AS path
ORDER BY ids, own
