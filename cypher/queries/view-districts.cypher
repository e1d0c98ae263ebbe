// zh: 有报告的行政区
// en: The districts that reports are about
// columns: node, reports
// flags: internal
MATCH (r:Report)-[:ABOUT]->(d:District)
WITH d, count(r) AS reports
RETURN d AS node, reports
ORDER BY reports DESC, d.mentions DESC, d.id
