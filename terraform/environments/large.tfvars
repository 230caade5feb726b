# Three machines and up, one a zone.
name           = "purveyor-large"
region         = "eu-central-1"
monthly_budget = 3500
database       = { instance_class = "db.r7g.2xlarge", gigabytes = 500, multi_az = true, backup_days = 35 }
cache          = { node_type = "cache.m7g.large", nodes = 3 }
fleet          = { instance_types = ["m7g.large", "m6g.large"], least = 3, most = 24 }
log_days       = 365
