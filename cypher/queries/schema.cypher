// zh: 图谱里有什么：各类关系连接哪两类节点，各多少条
// en: What is in the graph: relationship types, what they join, how many
// columns: from, type, to, count
// flags: scan
CALL () {
  MATCH (:Report)-[:HAS_PASSAGE]->(:Passage)
  WITH 'Report' AS from, 'Passage' AS to, count(*) AS count
  RETURN from, 'HAS_PASSAGE' AS type, to, count
  UNION ALL
  MATCH (:Report)-[:ABOUT]->(b:Entity)
  WITH 'Report' AS from, b.type AS to, count(*) AS count
  RETURN from, 'ABOUT' AS type, to, count
  UNION ALL
  MATCH (:Report)-[:NAMES]->(b:Entity)
  WITH 'Report' AS from, b.type AS to, count(*) AS count
  RETURN from, 'NAMES' AS type, to, count
  UNION ALL
  MATCH (:Passage)-[:MENTIONS]->(b:Entity)
  WITH 'Passage' AS from, b.type AS to, count(*) AS count
  RETURN from, 'MENTIONS' AS type, to, count
  UNION ALL
  MATCH (:Observation)<-[:HAS_OBSERVATION]-(a:Entity)
  WITH a.type AS from, 'Observation' AS to, count(*) AS count
  RETURN from, 'HAS_OBSERVATION' AS type, to, count
  UNION ALL
  MATCH (:Milestone)<-[:HAS_MILESTONE]-(a:Entity)
  WITH a.type AS from, 'Milestone' AS to, count(*) AS count
  RETURN from, 'HAS_MILESTONE' AS type, to, count
  UNION ALL
  MATCH (:Observation)-[:SAID_IN]->(:Passage)
  WITH 'Observation' AS from, 'Passage' AS to, count(*) AS count
  RETURN from, 'SAID_IN' AS type, to, count
  UNION ALL
  MATCH (:Milestone)-[:SAID_IN]->(:Passage)
  WITH 'Milestone' AS from, 'Passage' AS to, count(*) AS count
  RETURN from, 'SAID_IN' AS type, to, count
  UNION ALL
  MATCH (:Observation)-[:CONFLICTS_WITH]->(:Observation)
  WITH 'Observation' AS from, 'Observation' AS to, count(*) AS count
  RETURN from, 'CONFLICTS_WITH' AS type, to, count
  UNION ALL
  MATCH (a:Entity)-[:PART_OF]->(b:Entity)
  WITH a.type AS from, b.type AS to, count(*) AS count
  RETURN from, 'PART_OF' AS type, to, count
  UNION ALL
  MATCH (a:Entity)-[:LOCATED_IN]->(b:Entity)
  WITH a.type AS from, b.type AS to, count(*) AS count
  RETURN from, 'LOCATED_IN' AS type, to, count
  UNION ALL
  MATCH (a:Entity)-[:UNDERTAKES]->(b:Entity)
  WITH a.type AS from, b.type AS to, count(*) AS count
  RETURN from, 'UNDERTAKES' AS type, to, count
  UNION ALL
  MATCH (a:Entity)-[:IN_INDUSTRY]->(b:Entity)
  WITH a.type AS from, b.type AS to, count(*) AS count
  RETURN from, 'IN_INDUSTRY' AS type, to, count
  UNION ALL
  MATCH (a:Entity)-[:FOCUSES_ON]->(b:Entity)
  WITH a.type AS from, b.type AS to, count(*) AS count
  RETURN from, 'FOCUSES_ON' AS type, to, count
  UNION ALL
  MATCH (a:Entity)-[:PURSUES]->(b:Entity)
  WITH a.type AS from, b.type AS to, count(*) AS count
  RETURN from, 'PURSUES' AS type, to, count
  UNION ALL
  MATCH (a:Entity)-[:CONTRIBUTES_TO]->(b:Entity)
  WITH a.type AS from, b.type AS to, count(*) AS count
  RETURN from, 'CONTRIBUTES_TO' AS type, to, count
  UNION ALL
  MATCH (a:Entity)-[:AWARDED]->(b:Entity)
  WITH a.type AS from, b.type AS to, count(*) AS count
  RETURN from, 'AWARDED' AS type, to, count
  UNION ALL
  MATCH (a:Entity)-[:AIMS_FOR]->(b:Entity)
  WITH a.type AS from, b.type AS to, count(*) AS count
  RETURN from, 'AIMS_FOR' AS type, to, count
  UNION ALL
  MATCH (a:Entity)-[:HOSTS]->(b:Entity)
  WITH a.type AS from, b.type AS to, count(*) AS count
  RETURN from, 'HOSTS' AS type, to, count
  UNION ALL
  MATCH (a:Entity)-[:HOLDS_OFFICE]->(b:Entity)
  WITH a.type AS from, b.type AS to, count(*) AS count
  RETURN from, 'HOLDS_OFFICE' AS type, to, count
  UNION ALL
  MATCH (a:Entity)-[:COOPERATES_WITH]->(b:Entity)
  WITH a.type AS from, b.type AS to, count(*) AS count
  RETURN from, 'COOPERATES_WITH' AS type, to, count
  UNION ALL
  MATCH (a:Entity)-[:ADOPTS]->(b:Entity)
  WITH a.type AS from, b.type AS to, count(*) AS count
  RETURN from, 'ADOPTS' AS type, to, count
}
RETURN from, type, to, count
ORDER BY count DESC, from, type, to
