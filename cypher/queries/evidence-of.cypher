// zh: 两个实体之间的关系，原文怎么说
// en: What the reports say that two things are to each other
// param: from text "星海科技" 一端的名称、别名或编号 | One end
// param: to text "星海科技三期项目" 另一端的名称、别名或编号 | Other end
// param: relation text "" 只要这一条关系（编号，空为全部） | Only this relation (id, empty: all)
// columns: relationship, report, title, year, passage, heading, text, start, end, rule
// :param from => "星海科技"
// :param to => "星海科技三期项目"
// :param relation => ""
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
MATCH (a)-[r]-(n:Entity)
WHERE n.id = b.id AND ($relation = '' OR r.id = $relation)
UNWIND range(0, size(r.passages) - 1) AS i
MATCH (p:Passage {id: r.passages[i]})
MATCH (report:Report {id: p.report})
RETURN r AS relationship, report.id AS report, report.title AS title, report.year AS year, p.id AS passage,
  p.heading AS heading, p.text AS text, r.starts[i] - p.start AS start, r.ends[i] - p.start AS end, r.rules[i] AS rule
ORDER BY year, r.id, passage, start
