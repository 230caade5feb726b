drop table recommendations.choices;
drop table recommendations.settings;
