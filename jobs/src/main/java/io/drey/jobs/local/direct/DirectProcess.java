// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.local.direct;

import java.io.File;
import java.nio.file.Path;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.runtime.executiongraph.ExecutionAttemptID;
import org.apache.flink.runtime.taskmanager.TaskExecutionState;
import org.apache.flink.runtime.taskmanager.TaskManagerActions;
import org.apache.flink.runtime.taskmanager.TaskManagerRuntimeInfo;

/**
 * What a task sees of the process it runs in, and can tell it. A failure is the end of the job's
 * thread, which needs no telling.
 *
 * @param temporary a directory for the job's files
 */
record DirectProcess(Configuration configuration, Path temporary)
    implements TaskManagerRuntimeInfo, TaskManagerActions {
  @Override
  public Configuration getConfiguration() {
    return configuration;
  }

  @Override
  public String[] getTmpDirectories() {
    return new String[] {temporary.toString()};
  }

  @Override
  public File getTmpWorkingDirectory() {
    return temporary.toFile();
  }

  @Override
  public String getTaskManagerExternalAddress() {
    return "localhost";
  }

  @Override
  public boolean shouldExitJvmOnOutOfMemoryError() {
    return false;
  }

  @Override
  public void notifyFatalError(String message, Throwable cause) {}

  @Override
  public void failTask(ExecutionAttemptID attempt, Throwable cause) {}

  @Override
  public void updateTaskExecutionState(TaskExecutionState state) {}

  @Override
  public void notifyEndOfData(ExecutionAttemptID attempt) {}
}
