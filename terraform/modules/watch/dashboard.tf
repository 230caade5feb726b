locals {
  # What is drawn, row by row: each picture has its lines, and each line says of what it is, how it is summed up and what it is called.
  lines = {
    balancer = { space = "AWS/ApplicationELB", of = { LoadBalancer = local.balancer } }
    shop     = { space = "Purveyor", of = local.shop }
    database = { space = "AWS/RDS", of = { DBInstanceIdentifier = var.database_id } }
    mail     = { space = "AWS/SES", of = {} }
  }
  fixed = {
    shoppers = [
      { title = "Requests", of = "balancer", lines = { RequestCount = ["Sum"] } },
      { title = "Faults", of = "balancer", lines = { HTTPCode_Target_5XX_Count = ["Sum"], HTTPCode_ELB_5XX_Count = ["Sum"] } },
      { title = "Seconds until the answer", of = "balancer", lines = { TargetResponseTime = ["p50", "p95", "p99"] } },
      { title = "By the shop's own count", of = "shop", lines = { Requests = ["Sum"], ServerErrors = ["Sum"] } },
      { title = "By the shop's own clock, ms", of = "shop", lines = { Duration = ["p50", "p95", "p99"] } },
    ]
    orders = [
      { title = "Orders", of = "shop", lines = { OrdersPlaced = ["Sum"], OrdersPaid = ["Sum"] } },
      { title = "Money that did not move", of = "shop", lines = { PaymentsFailed = ["Sum"], RefundsFailed = ["Sum"] } },
    ]
    work = [
      { title = "How long the oldest has waited, s", of = "shop", lines = { QueueAge = ["Maximum"] } },
      { title = "Given up", of = "shop", lines = { JobsFailed = ["Sum"] } },
    ]
    stores = [
      { title = "Database: processor, %", of = "database", lines = { CPUUtilization = ["Average", "Maximum"] } },
      { title = "Database: connections", of = "database", lines = { DatabaseConnections = ["Maximum"] } },
      { title = "Database: space left, bytes", of = "database", lines = { FreeStorageSpace = ["Minimum"] } },
    ]
    mail = [
      { title = "Letters", of = "mail", lines = { Send = ["Sum"], Delivery = ["Sum"], Bounce = ["Sum"], Complaint = ["Sum"] } },
      { title = "Came back", of = "shop", lines = { MailsReturned = ["Sum"] } },
      { title = "Of a hundred, come back", of = "mail", lines = { "Reputation.BounceRate" = ["Maximum"], "Reputation.ComplaintRate" = ["Maximum"] } },
    ]
  }
  pictures = { for row, pictures in local.fixed : row => [for picture in pictures : {
    title = picture.title
    metrics = flatten([for metric, statistics in picture.lines : [for statistic in statistics : {
      space = local.lines[picture.of].space, metric = metric, of = local.lines[picture.of].of, statistic = statistic
    }]])
  }] }
  of_cache = [for title, metric in { memory = "DatabaseMemoryUsagePercentage", processor = "EngineCPUUtilization" } : {
    title   = "Redis: ${title}, %"
    metrics = [for node in var.cache_nodes : { space = "AWS/ElastiCache", metric = metric, of = { CacheClusterId = node }, statistic = "Maximum" }]
  }]
  of_functions = [for title, line in {
    "Calls"           = { metric = "Invocations", statistic = "Sum" }
    "Errors"          = { metric = "Errors", statistic = "Sum" }
    "Duration, ms"    = { metric = "Duration", statistic = "p95" }
    "At once"         = { metric = "ConcurrentExecutions", statistic = "Maximum" }
    "Refused for now" = { metric = "Throttles", statistic = "Sum" }
    } : {
    title   = title
    metrics = [for name in var.functions : { space = "AWS/Lambda", metric = line.metric, of = { FunctionName = name }, statistic = line.statistic }]
  }]
  of_model = flatten([for model in var.model[*] : [for title, lines in {
    "Questions"       = { Invocations = "Sum" }
    "Faults"          = { Invocation4XXErrors = "Sum", Invocation5XXErrors = "Sum" }
    "Microseconds"    = { ModelLatency = "p95", OverheadLatency = "p95" }
    "Waking up, µs"   = { ModelSetupTime = "Maximum" }
    "At once, of 100" = { ServerlessConcurrentExecutionsUtilization = "Maximum" }
    } : {
    title = title
    metrics = [for metric, statistic in lines : {
      space = "AWS/SageMaker", metric = metric, of = { EndpointName = model.name, VariantName = model.variant }, statistic = statistic
    }]
  }]])
  rows = [for row in [
    { title = "Shoppers", pictures = local.pictures.shoppers },
    { title = "Orders", pictures = local.pictures.orders },
    { title = "Work", pictures = local.pictures.work },
    { title = "Database and Redis", pictures = concat(local.pictures.stores, local.of_cache) },
    { title = "Mail", pictures = local.pictures.mail },
    { title = "Functions", pictures = length(var.functions) == 0 ? [] : local.of_functions },
    { title = "Model", pictures = local.of_model },
  ] : row if length(row.pictures) > 0]
  # A heading is one high, and the pictures below it six.
  widgets = flatten([for n, row in local.rows : concat(
    [{ type = "text", x = 0, y = 7 * n, width = 24, height = 1, properties = { markdown = "## ${row.title}" } }],
    [for m, picture in row.pictures : {
      type   = "metric"
      x      = m * floor(24 / length(row.pictures))
      y      = 7 * n + 1
      width  = floor(24 / length(row.pictures))
      height = 6
      properties = {
        title  = picture.title
        region = data.aws_region.here.region
        view   = "timeSeries"
        period = 300
        metrics = [for line in picture.metrics : concat(
          [line.space, line.metric],
          flatten([for name, value in line.of : [name, value]]),
          [{ stat = line.statistic }],
        )]
      }
    }],
  )])
}

resource "aws_cloudwatch_dashboard" "shop" {
  dashboard_name = var.name
  dashboard_body = jsonencode({ widgets = local.widgets })
}
