// zh: 两个实体之间的最短路径，每一步附原文
// en: The shortest paths between two entities, each step with a sentence that says it
// param: from text "云河区" 起点名称或编号
// param: to text "星湖区" 终点名称或编号
// param: limit integer 5 最多几条
// columns: steps, names, types, sentences, path
// :params {from: "云河区", to: "星湖区", limit: 5}
MATCH (a:Entity)
WHERE a.id = $from OR a.name = $from
WITH a
MATCH (b:Entity)
WHERE (b.id = $to OR b.name = $to) AND b.id <> a.id
WITH a, b
MATCH p = allShortestPaths((a)-[:PART_OF|LOCATED_IN|UNDERTAKES|IN_INDUSTRY|FOCUSES_ON|PURSUES|CONTRIBUTES_TO|AWARDED|AIMS_FOR|HOSTS|HOLDS_OFFICE|COOPERATES_WITH|ADOPTS*..6]-(b))
WITH p, [n IN nodes(p) | n.id] AS ids
ORDER BY ids
LIMIT $limit
WITH p, ids, length(p) AS steps, [n IN nodes(p) | n.name] AS names, [r IN relationships(p) | type(r)] AS types
UNWIND relationships(p) AS r
MATCH (passage:Passage {id: r.passages[0]})
WITH p, ids, steps, names, types, collect(passage.text) AS sentences
RETURN steps, names, types, sentences, p AS path
ORDER BY ids
