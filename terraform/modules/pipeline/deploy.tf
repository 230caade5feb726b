locals {
  region    = data.aws_region.here.region
  beanstalk = "arn:aws:elasticbeanstalk:${local.here}"
  storage   = "arn:aws:s3:::elasticbeanstalk-${local.region}-${local.account}"

  # Beanstalk changes the fleet by whoever asks for it. All that it makes is called awseb-, and nothing else is touched.
  deploys = [
    local.key,
    local.artifacts,
    {
      Sid    = "Version"
      Effect = "Allow"
      Action = [
        "elasticbeanstalk:CreateApplicationVersion",
        "elasticbeanstalk:DescribeApplicationVersions",
        "elasticbeanstalk:DescribeApplications",
        "elasticbeanstalk:DescribeConfigurationSettings",
        "elasticbeanstalk:DescribeEnvironmentHealth",
        "elasticbeanstalk:DescribeEnvironmentResources",
        "elasticbeanstalk:DescribeEnvironments",
        "elasticbeanstalk:DescribeEvents",
        "elasticbeanstalk:DescribeInstancesHealth",
        "elasticbeanstalk:ListTagsForResource",
        "elasticbeanstalk:UpdateEnvironment",
      ]
      Resource = [
        "${local.beanstalk}:application/${var.beanstalk.application}",
        "${local.beanstalk}:applicationversion/${var.beanstalk.application}/*",
        "${local.beanstalk}:environment/${var.beanstalk.application}/${var.beanstalk.environment}",
      ]
    },
    {
      Sid    = "Storage"
      Effect = "Allow"
      Action = [
        "s3:DeleteObject",
        "s3:GetBucketLocation",
        "s3:GetBucketPolicy",
        "s3:GetObject",
        "s3:GetObjectAcl",
        "s3:GetObjectVersion",
        "s3:ListBucket",
        "s3:PutObject",
        "s3:PutObjectAcl",
      ]
      Resource = [local.storage, "${local.storage}/*"]
    },
    {
      Sid    = "Stack"
      Effect = "Allow"
      Action = [
        "cloudformation:CancelUpdateStack",
        "cloudformation:CreateStack",
        "cloudformation:DeleteStack",
        "cloudformation:DescribeStackEvents",
        "cloudformation:DescribeStackResource",
        "cloudformation:DescribeStackResources",
        "cloudformation:DescribeStacks",
        "cloudformation:GetTemplate",
        "cloudformation:ListStackResources",
        "cloudformation:UpdateStack",
      ]
      Resource = "arn:aws:cloudformation:${local.here}:stack/awseb-*"
    },
    {
      Sid    = "Fleet"
      Effect = "Allow"
      Action = [
        "autoscaling:AttachInstances",
        "autoscaling:AttachLoadBalancerTargetGroups",
        "autoscaling:CreateAutoScalingGroup",
        "autoscaling:CreateOrUpdateTags",
        "autoscaling:DeleteAutoScalingGroup",
        "autoscaling:DeletePolicy",
        "autoscaling:DetachInstances",
        "autoscaling:DetachLoadBalancerTargetGroups",
        "autoscaling:PutNotificationConfiguration",
        "autoscaling:PutScalingPolicy",
        "autoscaling:ResumeProcesses",
        "autoscaling:SetDesiredCapacity",
        "autoscaling:SuspendProcesses",
        "autoscaling:TerminateInstanceInAutoScalingGroup",
        "autoscaling:UpdateAutoScalingGroup",
      ]
      Resource = "arn:aws:autoscaling:${local.here}:autoScalingGroup:*:autoScalingGroupName/awseb-*"
    },
    {
      Sid    = "Balancer"
      Effect = "Allow"
      Action = [
        "elasticloadbalancing:AddTags",
        "elasticloadbalancing:DeregisterTargets",
        "elasticloadbalancing:ModifyTargetGroup",
        "elasticloadbalancing:ModifyTargetGroupAttributes",
        "elasticloadbalancing:RegisterTargets",
      ]
      Resource = "arn:aws:elasticloadbalancing:${local.here}:targetgroup/awseb-*"
    },
    {
      Sid      = "Alarms"
      Effect   = "Allow"
      Action   = ["cloudwatch:PutMetricAlarm", "cloudwatch:DeleteAlarms"]
      Resource = "arn:aws:cloudwatch:${local.here}:alarm:awseb-*"
    },
    {
      Sid      = "Logs"
      Effect   = "Allow"
      Action   = ["logs:CreateLogGroup", "logs:PutRetentionPolicy"]
      Resource = "arn:aws:logs:${local.here}:log-group:/aws/elasticbeanstalk/${var.beanstalk.environment}/*"
    },
    {
      Sid    = "Template"
      Effect = "Allow"
      Action = [
        "ec2:CreateLaunchTemplate",
        "ec2:CreateLaunchTemplateVersion",
        "ec2:DeleteLaunchTemplate",
        "ec2:DeleteLaunchTemplateVersions",
      ]
      Resource = "arn:aws:ec2:${local.here}:launch-template/*"
    },
    {
      Sid       = "Machines"
      Effect    = "Allow"
      Action    = "ec2:RunInstances"
      Resource  = "*"
      Condition = { ArnLike = { "ec2:LaunchTemplate" = "arn:aws:ec2:${local.here}:launch-template/*" } }
    },
    {
      Sid       = "Tags"
      Effect    = "Allow"
      Action    = "ec2:CreateTags"
      Resource  = "arn:aws:ec2:${local.here}:*/*"
      Condition = { StringEquals = { "ec2:CreateAction" = ["RunInstances", "CreateLaunchTemplate"] } }
    },
    {
      Sid       = "Roles"
      Effect    = "Allow"
      Action    = "iam:PassRole"
      Resource  = var.beanstalk.role_arns
      Condition = { StringEquals = { "iam:PassedToService" = ["ec2.amazonaws.com", "elasticbeanstalk.amazonaws.com"] } }
    },
    {
      Sid    = "Looks"
      Effect = "Allow"
      Action = [
        "autoscaling:DescribeAccountLimits",
        "autoscaling:DescribeAutoScalingGroups",
        "autoscaling:DescribeAutoScalingInstances",
        "autoscaling:DescribeLaunchConfigurations",
        "autoscaling:DescribeLoadBalancerTargetGroups",
        "autoscaling:DescribeNotificationConfigurations",
        "autoscaling:DescribePolicies",
        "autoscaling:DescribeScalingActivities",
        "autoscaling:DescribeScheduledActions",
        "cloudwatch:DescribeAlarms",
        "ec2:DescribeAccountAttributes",
        "ec2:DescribeAvailabilityZones",
        "ec2:DescribeImages",
        "ec2:DescribeInstanceAttribute",
        "ec2:DescribeInstanceStatus",
        "ec2:DescribeInstanceTypes",
        "ec2:DescribeInstances",
        "ec2:DescribeLaunchTemplateVersions",
        "ec2:DescribeLaunchTemplates",
        "ec2:DescribeSecurityGroups",
        "ec2:DescribeSubnets",
        "ec2:DescribeVpcs",
        "elasticbeanstalk:CreateStorageLocation",
        "elasticloadbalancing:DescribeListeners",
        "elasticloadbalancing:DescribeLoadBalancers",
        "elasticloadbalancing:DescribeRules",
        "elasticloadbalancing:DescribeTags",
        "elasticloadbalancing:DescribeTargetGroups",
        "elasticloadbalancing:DescribeTargetHealth",
        "logs:DescribeLogGroups",
      ]
      Resource = "*"
    },
  ]
}

resource "aws_iam_role" "deploy" {
  name_prefix = "${var.name}-deploy-"

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = aws_iam_role.pipeline.arn }
      Action    = "sts:AssumeRole"
    }]
  })
}

resource "aws_iam_role_policy" "deploy" {
  name   = "deploy"
  role   = aws_iam_role.deploy.id
  policy = jsonencode({ Version = "2012-10-17", Statement = local.deploys })
}
