package io.drey.jobs.cli;

import io.drey.jobs.pipeline.Pipeline;
import io.drey.jobs.pipeline.Wiring;
import java.nio.file.Path;

/**
 * What another module has {@code validate} look at besides: options mixed into that command under a
 * name of the module's own.
 */
public interface PipelineCheck {
  /**
   * Looks at a pipeline that is valid.
   *
   * @return its exit code
   */
  int check(Path file, Pipeline pipeline, Wiring wiring);
}
