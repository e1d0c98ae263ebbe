// zh: 两个实体之间的最短路径
// en: The shortest paths between two entities
// param: from text "" 起点实体编号 | From
// param: to text "" 终点实体编号 | To
// param: limit integer 10 最多几条 | Limit
// columns: path, steps
// flags: internal
MATCH (a:Entity {id: $from})
MATCH (b:Entity {id: $to})
MATCH p = allShortestPaths((a)-[:PART_OF|LOCATED_IN|UNDERTAKES|IN_INDUSTRY|FOCUSES_ON|PURSUES|CONTRIBUTES_TO|AWARDED|AIMS_FOR|HOSTS|HOLDS_OFFICE|COOPERATES_WITH|ADOPTS*..6]-(b))
WITH p, length(p) AS steps, reduce(way = '', n IN nodes(p) | way + ' ' + n.id) AS way
RETURN p AS path, steps
ORDER BY way
LIMIT $limit
