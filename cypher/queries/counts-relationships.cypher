// zh: 图谱里各类关系的数目
// en: Relationships by type
// columns: type, count
// flags: scan
CALL () {
  MATCH (:Report)-[r:HAS_PASSAGE]->()
  WITH count(r) AS count
  RETURN 'HAS_PASSAGE' AS type, count
  UNION ALL
  MATCH (:Report)-[r:ABOUT]->()
  WITH count(r) AS count
  RETURN 'ABOUT' AS type, count
  UNION ALL
  MATCH (:Report)-[r:NAMES]->()
  WITH count(r) AS count
  RETURN 'NAMES' AS type, count
  UNION ALL
  MATCH (:Passage)-[r:MENTIONS]->()
  WITH count(r) AS count
  RETURN 'MENTIONS' AS type, count
  UNION ALL
  MATCH (:Observation)<-[r:HAS_OBSERVATION]-()
  WITH count(r) AS count
  RETURN 'HAS_OBSERVATION' AS type, count
  UNION ALL
  MATCH (:Milestone)<-[r:HAS_MILESTONE]-()
  WITH count(r) AS count
  RETURN 'HAS_MILESTONE' AS type, count
  UNION ALL
  MATCH (:Passage)<-[r:SAID_IN]-()
  WITH count(r) AS count
  RETURN 'SAID_IN' AS type, count
  UNION ALL
  MATCH (:Observation)-[r:CONFLICTS_WITH]->()
  WITH count(r) AS count
  RETURN 'CONFLICTS_WITH' AS type, count
  UNION ALL
  MATCH (:Entity)-[r:PART_OF]->()
  WITH count(r) AS count
  RETURN 'PART_OF' AS type, count
  UNION ALL
  MATCH (:Entity)-[r:LOCATED_IN]->()
  WITH count(r) AS count
  RETURN 'LOCATED_IN' AS type, count
  UNION ALL
  MATCH (:Entity)-[r:UNDERTAKES]->()
  WITH count(r) AS count
  RETURN 'UNDERTAKES' AS type, count
  UNION ALL
  MATCH (:Entity)-[r:IN_INDUSTRY]->()
  WITH count(r) AS count
  RETURN 'IN_INDUSTRY' AS type, count
  UNION ALL
  MATCH (:Entity)-[r:FOCUSES_ON]->()
  WITH count(r) AS count
  RETURN 'FOCUSES_ON' AS type, count
  UNION ALL
  MATCH (:Entity)-[r:PURSUES]->()
  WITH count(r) AS count
  RETURN 'PURSUES' AS type, count
  UNION ALL
  MATCH (:Entity)-[r:CONTRIBUTES_TO]->()
  WITH count(r) AS count
  RETURN 'CONTRIBUTES_TO' AS type, count
  UNION ALL
  MATCH (:Entity)-[r:AWARDED]->()
  WITH count(r) AS count
  RETURN 'AWARDED' AS type, count
  UNION ALL
  MATCH (:Entity)-[r:AIMS_FOR]->()
  WITH count(r) AS count
  RETURN 'AIMS_FOR' AS type, count
  UNION ALL
  MATCH (:Entity)-[r:HOSTS]->()
  WITH count(r) AS count
  RETURN 'HOSTS' AS type, count
  UNION ALL
  MATCH (:Entity)-[r:HOLDS_OFFICE]->()
  WITH count(r) AS count
  RETURN 'HOLDS_OFFICE' AS type, count
  UNION ALL
  MATCH (:Entity)-[r:COOPERATES_WITH]->()
  WITH count(r) AS count
  RETURN 'COOPERATES_WITH' AS type, count
  UNION ALL
  MATCH (:Entity)-[r:ADOPTS]->()
  WITH count(r) AS count
  RETURN 'ADOPTS' AS type, count
}
WITH type, count
WHERE count > 0
RETURN type, count
ORDER BY count DESC, type
