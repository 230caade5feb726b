# One machine and no stand-by: a shop that may be away for a quarter of an hour when a zone fails.
name           = "purveyor-small"
region         = "eu-central-1"
monthly_budget = 300
database       = { instance_class = "db.t4g.small", gigabytes = 20, multi_az = false, backup_days = 7 }
cache          = { node_type = "cache.t4g.micro", nodes = 1 }
fleet          = { instance_types = ["t4g.small"], least = 1, most = 2 }
