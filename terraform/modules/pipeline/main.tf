# Who may read the source. Somebody has to agree to it once, at the host's and by hand: until then nothing is fetched.
resource "aws_codeconnections_connection" "source" {
  name          = var.name
  provider_type = "GitHub"
}

locals {
  # Every build is told of which commit it is.
  of_commit = jsonencode([{ name = "COMMIT", value = "#{Source.CommitId}", type = "PLAINTEXT" }])

  builds = {
    Test   = { project = "test", category = "Test", outputs = [] }
    Bundle = { project = "bundle", category = "Build", outputs = ["bundle"] }
    Image  = { project = "image", category = "Build", outputs = [] }
  }

  # Functions after the machines, whose first one has brought the schema up to date; then somebody looks.
  afterwards = concat(
    length(var.functions.names) == 0 ? [] : [{ name = "Functions", project = "functions" }],
    [{ name = "Smoke", project = "smoke" }],
  )
}

resource "aws_codepipeline" "shop" {
  name          = var.name
  pipeline_type = "V2"
  role_arn      = aws_iam_role.pipeline.arn
  depends_on    = [aws_iam_role_policy.pipeline]

  artifact_store {
    type     = "S3"
    location = var.artifacts.bucket

    encryption_key {
      type = "KMS"
      id   = var.key_arn
    }
  }

  stage {
    name = "Source"

    action {
      name             = "Source"
      namespace        = "Source"
      category         = "Source"
      owner            = "AWS"
      provider         = "CodeStarSourceConnection"
      version          = "1"
      output_artifacts = ["source"]

      configuration = {
        ConnectionArn    = aws_codeconnections_connection.source.arn
        FullRepositoryId = var.repository
        BranchName       = var.branch
        DetectChanges    = "true"
      }
    }
  }

  stage {
    name = "Build"

    dynamic "action" {
      for_each = local.builds

      content {
        name             = action.key
        category         = action.value.category
        owner            = "AWS"
        provider         = "CodeBuild"
        version          = "1"
        input_artifacts  = ["source"]
        output_artifacts = action.value.outputs

        configuration = {
          ProjectName          = aws_codebuild_project.each[action.value.project].name
          EnvironmentVariables = local.of_commit
        }
      }
    }
  }

  stage {
    name = "Deploy"

    action {
      name            = "Machines"
      category        = "Deploy"
      owner           = "AWS"
      provider        = "ElasticBeanstalk"
      version         = "1"
      run_order       = 1
      role_arn        = aws_iam_role.deploy.arn
      input_artifacts = ["bundle"]

      configuration = {
        ApplicationName = var.beanstalk.application
        EnvironmentName = var.beanstalk.environment
      }
    }

    dynamic "action" {
      for_each = local.afterwards

      content {
        name            = action.value.name
        category        = "Build"
        owner           = "AWS"
        provider        = "CodeBuild"
        version         = "1"
        run_order       = action.key + 2
        input_artifacts = ["source"]

        configuration = {
          ProjectName          = aws_codebuild_project.each[action.value.project].name
          EnvironmentVariables = local.of_commit
        }
      }
    }

    # The version before comes back, to machines and functions alike.
    on_failure {
      result = "ROLLBACK"
    }
  }
}
