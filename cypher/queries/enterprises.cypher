// zh: 企业名录：按行政区、产业、荣誉筛选，附最近一句原文
// en: Enterprises by district, industry and honour, with the latest sentence
// param: district text "" 行政区名称（空为不限） | District
// param: industry text "" 产业名称中的字（空为不限） | Part of the industry’s name (empty: any)
// param: honour text "" 荣誉名称中的字（空为不限） | Part of the title’s name (empty: any)
// param: limit integer 100 最多几家 | Limit
// columns: enterprise, districts, industries, honours, reports, mentions, year, report, sentence
// flags: scan
// :param district => ""
// :param industry => ""
// :param honour => ""
// :param limit => 100
MATCH (e:Enterprise)
OPTIONAL MATCH (e)-[:LOCATED_IN]->(d:District)
WITH e, d.name AS name
ORDER BY name
WITH e, collect(DISTINCT name) AS districts
WHERE $district = '' OR $district IN districts
OPTIONAL MATCH (e)-[:IN_INDUSTRY]->(i:Industry)
WITH e, districts, i.name AS name
ORDER BY name
WITH e, districts, collect(DISTINCT name) AS industries
WHERE $industry = '' OR any(name IN industries WHERE name CONTAINS $industry)
OPTIONAL MATCH (e)-[:AWARDED]->(h:Honor)
WITH e, districts, industries, h.name AS name
ORDER BY name
WITH e, districts, industries, collect(DISTINCT name) AS honours
WHERE $honour = '' OR any(name IN honours WHERE name CONTAINS $honour)
WITH e, districts, industries, honours, size(e.reports) AS reports, e.mentions AS mentions, e.id AS id
ORDER BY reports DESC, mentions DESC, id
LIMIT $limit
MATCH (e)<-[:MENTIONS]-(p:Passage)
MATCH (report:Report {id: p.report})
WITH e, districts, industries, honours, reports, mentions, id, report.year AS year, report.title AS title, p.id AS passage
ORDER BY year DESC, passage
WITH e, districts, industries, honours, reports, mentions, id, max(year) AS year, collect(title) AS titles, collect(passage) AS passages
MATCH (p:Passage {id: passages[0]})
RETURN e.name AS enterprise, districts, industries, honours, reports, mentions, year, titles[0] AS report, p.text AS sentence
ORDER BY reports DESC, mentions DESC, id
