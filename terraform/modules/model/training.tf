locals {
  machine = "${var.name}-training"

  # What is worth asking for again is what Amazon had no time for. A training that has failed would only fail again.
  again = [{
    ErrorEquals     = ["ThrottlingException", "SageMaker.AmazonSageMakerException", "SageMaker.SageMakerException"]
    IntervalSeconds = 30
    MaxAttempts     = 4
    BackoffRate     = 2
  }]

  lesson = { for channel, folder in { train = "events", items = "items" } : channel => {
    ChannelName = channel
    ContentType = "text/csv"
    DataSource = {
      S3DataSource = {
        S3DataType             = "S3Prefix"
        S3Uri                  = "s3://${var.training.bucket}/${folder}/"
        S3DataDistributionType = "FullyReplicated"
      }
    }
  } }

  states = {
    # By whatever name the clock has started this: its first part is unique, and short enough for SageMaker.
    Name = {
      Type       = "Pass"
      Parameters = { "name.$" = "States.Format('${var.name}-{}', States.ArrayGetItem(States.StringSplit($$.Execution.Name, '_'), 0))" }
      Next       = "Export"
    }
    Export = {
      Type           = "Task"
      Resource       = "arn:aws:states:::lambda:invoke"
      Parameters     = { FunctionName = var.export_events_arn, Payload = {} }
      TimeoutSeconds = 960
      ResultPath     = null
      Retry = [{
        ErrorEquals     = ["Lambda.ServiceException", "Lambda.AWSLambdaException", "Lambda.SdkClientException", "Lambda.TooManyRequestsException"]
        IntervalSeconds = 30
        MaxAttempts     = 4
        BackoffRate     = 2
      }]
      Next = "Learn"
    }
    Learn = {
      Type     = "Task"
      Resource = "arn:aws:states:::sagemaker:createTrainingJob.sync"
      Parameters = {
        "TrainingJobName.$" = "$.name"
        RoleArn             = aws_iam_role.sagemaker["learn"].arn
        AlgorithmSpecification = {
          TrainingImage     = var.image
          TrainingInputMode = "File"
          MetricDefinitions = [for figure in ["recall", "mrr"] : { Name = "validation:${figure}", Regex = "validation:${figure}=([0-9.]+);" }]
        }
        HyperParameters        = { task = "next" }
        InputDataConfig        = values(local.lesson)
        OutputDataConfig       = { S3OutputPath = "s3://${var.training.bucket}/models/", KmsKeyId = var.key_arn }
        ResourceConfig         = { InstanceType = var.instance_type, InstanceCount = 1, VolumeSizeInGB = 30, VolumeKmsKeyId = var.key_arn }
        StoppingCondition      = { MaxRuntimeInSeconds = 2 * 3600 }
        EnableNetworkIsolation = true
      }
      ResultSelector = { "artifact.$" = "$.ModelArtifacts.S3ModelArtifacts" }
      ResultPath     = "$.learnt"
      Retry          = local.again
      Next           = "Model"
    }
    Model = {
      Type     = "Task"
      Resource = "arn:aws:states:::sagemaker:createModel"
      Parameters = {
        "ModelName.$"    = "$.name"
        ExecutionRoleArn = aws_iam_role.sagemaker["serve"].arn
        PrimaryContainer = { Image = var.image, "ModelDataUrl.$" = "$.learnt.artifact" }
      }
      ResultPath = null
      Retry      = local.again
      Next       = "Configuration"
    }
    Configuration = {
      Type     = "Task"
      Resource = "arn:aws:states:::sagemaker:createEndpointConfig"
      Parameters = {
        "EndpointConfigName.$" = "$.name"
        ProductionVariants = [{
          VariantName      = local.variant
          "ModelName.$"    = "$.name"
          ServerlessConfig = { MemorySizeInMB = local.serverless.megabytes, MaxConcurrency = local.serverless.most_at_once }
        }]
      }
      ResultPath = null
      Retry      = local.again
      Next       = "Change"
    }
    Change = {
      Type       = "Task"
      Resource   = "arn:aws:states:::sagemaker:updateEndpoint"
      Parameters = { EndpointName = local.endpoint, "EndpointConfigName.$" = "$.name" }
      ResultPath = null
      Retry      = local.again
      Next       = "Wait"
    }
    Wait = { Type = "Wait", Seconds = 60, Next = "Look" }
    Look = {
      Type           = "Task"
      Resource       = "arn:aws:states:::aws-sdk:sagemaker:describeEndpoint"
      Parameters     = { EndpointName = local.endpoint }
      ResultSelector = { "status.$" = "$.EndpointStatus", "configuration.$" = "$.EndpointConfigName" }
      ResultPath     = "$.endpoint"
      Retry          = local.again
      Next           = "Answers"
    }
    # A model that does not answer is taken back by Amazon, to the one before.
    Answers = {
      Type = "Choice"
      Choices = [
        { Variable = "$.endpoint.status", StringEquals = "Updating", Next = "Wait" },
        { Variable = "$.endpoint.configuration", StringEqualsPath = "$.name", Next = "Done" },
      ]
      Default = "TakenBack"
    }
    Done      = { Type = "Succeed" }
    TakenBack = { Type = "Fail", Error = "TakenBack", Cause = "What was learnt does not answer: the model before is back" }
  }
}
