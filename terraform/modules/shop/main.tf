data "aws_elastic_beanstalk_solution_stack" "node" {
  most_recent = true
  name_regex  = var.stack_pattern
}

locals {
  options = {
    "aws:ec2:vpc" = {
      VPCId                    = var.vpc_id
      Subnets                  = join(",", var.subnet_ids)
      ELBSubnets               = join(",", var.public_ids)
      ELBScheme                = "public"
      AssociatePublicIpAddress = "false"
    }
    "aws:ec2:instances" = {
      InstanceTypes          = join(",", var.fleet.instance_types)
      SupportedArchitectures = var.fleet.architecture
    }
    "aws:autoscaling:launchconfiguration" = merge(var.fleet.image == "" ? {} : { ImageId = var.fleet.image }, {
      IamInstanceProfile = aws_iam_instance_profile.machine.name
      SecurityGroups     = var.group_id
      DisableIMDSv1      = "true"
      RootVolumeType     = "gp3"
      RootVolumeSize     = "16"
    })
    "aws:autoscaling:asg" = {
      MinSize           = tostring(var.fleet.least)
      MaxSize           = tostring(var.fleet.most)
      Availability_Zone = "Any"
    }
    # The shop is bound by its processor: above two thirds another machine comes, below a quarter one goes.
    "aws:autoscaling:trigger" = {
      MeasureName    = "CPUUtilization"
      Unit           = "Percent"
      Statistic      = "Average"
      Period         = "1"
      BreachDuration = "3"
      UpperThreshold = "65"
      LowerThreshold = "25"
    }
    "aws:elasticbeanstalk:environment" = {
      EnvironmentType  = "LoadBalanced"
      LoadBalancerType = "application"
      ServiceRole      = aws_iam_role.service.arn
    }
    "aws:elbv2:loadbalancer" = {
      SecurityGroups       = var.balancer_id
      ManagedSecurityGroup = var.balancer_id
      IdleTimeout          = "60"
    }
    "aws:elbv2:listener:default" = {
      ListenerEnabled = "true"
      Protocol        = "HTTP"
      DefaultProcess  = "default"
    }
    "aws:elbv2:listener:443" = {
      Protocol           = "HTTPS"
      SSLCertificateArns = var.certificate_arn
      SSLPolicy          = "ELBSecurityPolicy-TLS13-1-2-2021-06"
      DefaultProcess     = "default"
    }
    # A machine that lives is asked, whatever else is down: a dead Redis must not take the whole fleet away.
    "aws:elasticbeanstalk:environment:process:default" = {
      Port                    = "80"
      Protocol                = "HTTP"
      HealthCheckPath         = "/health/live"
      MatcherHTTPCode         = "200"
      HealthCheckInterval     = "10"
      HealthyThresholdCount   = "2"
      UnhealthyThresholdCount = "3"
      DeregistrationDelay     = "25"
    }
    "aws:elasticbeanstalk:command" = {
      DeploymentPolicy = "Immutable"
      Timeout          = "1200"
    }
    "aws:autoscaling:updatepolicy:rollingupdate" = {
      RollingUpdateEnabled = "true"
      RollingUpdateType    = "Immutable"
    }
    "aws:elasticbeanstalk:healthreporting:system" = {
      SystemType = "enhanced"
      # What shoppers and robots mistype is no illness of the machine.
      ConfigDocument = jsonencode({
        Version = 1
        Rules = {
          Environment = {
            Application = { ApplicationRequests4xx = { Enabled = false } }
            ELB         = { ELBRequests4xx = { Enabled = false } }
          }
        }
      })
    }
    "aws:elasticbeanstalk:managedactions" = {
      ManagedActionsEnabled = "true"
      PreferredStartTime    = "Tue:02:30"
    }
    "aws:elasticbeanstalk:managedactions:platformupdate" = {
      UpdateLevel = "minor"
    }
    "aws:elasticbeanstalk:cloudwatch:logs" = {
      StreamLogs        = "true"
      DeleteOnTerminate = "false"
      RetentionInDays   = tostring(var.log_days)
    }
    "aws:elasticbeanstalk:application:environment"        = merge(var.settings, { METRICS_LOG_GROUP = aws_cloudwatch_log_group.metrics.name })
    "aws:elasticbeanstalk:application:environmentsecrets" = { for name in var.secret_names : name => "${var.secret_arn}:${name}" }
  }
  flat = merge([
    for namespace, options in local.options : {
      for name, value in options : "${namespace} ${name}" => { namespace = namespace, name = name, value = value }
    }
  ]...)
}

resource "aws_elastic_beanstalk_application" "shop" {
  name = var.name

  appversion_lifecycle {
    service_role          = aws_iam_role.service.arn
    max_count             = 50
    delete_source_from_s3 = true
  }
}

resource "aws_elastic_beanstalk_environment" "shop" {
  name                   = var.name
  application            = aws_elastic_beanstalk_application.shop.name
  solution_stack_name    = data.aws_elastic_beanstalk_solution_stack.node.name
  tier                   = "WebServer"
  wait_for_ready_timeout = "30m"

  dynamic "setting" {
    for_each = local.flat

    content {
      namespace = setting.value.namespace
      name      = setting.value.name
      value     = setting.value.value
    }
  }

  lifecycle {
    # Versions come by deployments, and the platform keeps itself up to date.
    ignore_changes = [version_label, solution_stack_name]
  }
}

# Whoever comes unencrypted is sent where it is not.
resource "aws_lb_listener_rule" "encrypted" {
  listener_arn = data.aws_lb_listener.plain.arn
  priority     = 1

  action {
    type = "redirect"

    redirect {
      protocol    = "HTTPS"
      port        = "443"
      status_code = "HTTP_301"
    }
  }

  condition {
    path_pattern {
      values = ["/*"]
    }
  }
}

data "aws_lb_listener" "plain" {
  load_balancer_arn = aws_elastic_beanstalk_environment.shop.load_balancers[0]
  port              = 80
}
