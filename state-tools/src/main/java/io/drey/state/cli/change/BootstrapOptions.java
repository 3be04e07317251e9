// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.cli.change;

import io.drey.jobs.cli.PipelineArguments;
import io.drey.jobs.cli.command.OptionalValue;
import io.drey.jobs.cli.command.Options;
import io.drey.jobs.cli.command.Usage;
import io.drey.jobs.cli.command.UsageException;
import io.drey.jobs.cli.command.Value;
import io.drey.jobs.cli.output.Terminal;
import io.drey.jobs.pipeline.Loaded;
import io.drey.jobs.pipeline.Pipeline;
import io.drey.jobs.pipeline.Wiring;
import io.drey.state.bootstrap.LikeStates;
import io.drey.state.bootstrap.NamedStates;
import io.drey.state.bootstrap.OperatorStates;
import io.drey.state.bootstrap.PipelineStates;
import io.drey.state.cli.option.SavepointArguments;
import io.drey.state.snapshot.metadata.OperatorId;
import io.drey.state.snapshot.metadata.SnapshotFiles;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The options that say which operator gets state, and of which types. */
final class BootstrapOptions {
  private static final int DEFAULT_MAX_PARALLELISM = 128;
  private static final int MOST_KEY_GROUPS = 1 << 15;

  private final OptionalValue<Path> pipeline;
  private final OptionalValue<String> like;
  private final Value<List<String>> states;
  private final OptionalValue<String> keyType;
  private final Value<String> operator;
  private final OptionalValue<String> uid;
  private final OptionalValue<Integer> maxParallelism;
  private final PipelineArguments pipelines;

  BootstrapOptions(Options options, PipelineArguments pipelines) {
    this.pipelines = pipelines;
    pipeline =
        options.value("--pipeline", "FILE", Path.class, "the pipeline whose operator gets state");
    like =
        options.value(
            "--like",
            "SAVEPOINT",
            String.class,
            "a savepoint, of any job, whose operator has states of the same types");
    states =
        options.values(
            "--state",
            "NAME=KIND:TYPE",
            String.class,
            "a state, such as total=value:Long, tags=list:String or counts=map+ttl:String,Long;"
                + " repeatable");
    keyType =
        options.value(
            "--key-type",
            "TYPE",
            String.class,
            "with --state: the type of the keys, such as String");
    operator =
        options.required(
            "--operator",
            "ID",
            String.class,
            "the operator: " + SavepointArguments.OPERATOR + "; with --state the uid");
    uid =
        options.value(
            "--uid", "UID", String.class, "the uid of the new operator; default: the operator's");
    maxParallelism =
        options.value(
            "--max-parallelism",
            "N",
            Integer.class,
            "the max parallelism of the operator; default: the pipeline's or the savepoint's, or "
                + DEFAULT_MAX_PARALLELISM);
  }

  /**
   * Returns the states of the operator.
   *
   * @param savepoints opens a savepoint
   * @return null if the pipeline is invalid, which has been told
   */
  @Nullable OperatorStates states(Function<String, SnapshotFiles> savepoints, Terminal terminal) {
    checkSource();
    OperatorStates found = found(savepoints, terminal);
    if (found == null) {
      return null;
    }
    String newUid = uid.get();
    OperatorStates named = newUid == null ? found : found.withUid(newUid);
    return maxParallelism.get() == null ? named : named.withMaxParallelism(maxParallelism());
  }

  private @Nullable OperatorStates found(
      Function<String, SnapshotFiles> savepoints, Terminal terminal) {
    String other = like.get();
    if (other != null) {
      SnapshotFiles files = savepoints.apply(other);
      return LikeStates.of(files, SavepointArguments.operator(files.metadata(), operator.get()));
    }
    String keys = keyType.get();
    if (keys != null) {
      OperatorId id = OperatorId.ofUid(operator.get(), operator.get());
      return Usage.check(() -> NamedStates.of(id, maxParallelism(), keys, states.get()));
    }
    Path file = pipeline.get();
    return file == null ? null : ofPipeline(file, terminal);
  }

  private @Nullable OperatorStates ofPipeline(Path file, Terminal terminal) {
    Loaded loaded = pipelines.load(file, terminal);
    Pipeline read = loaded.pipeline();
    Wiring wiring = loaded.wiring();
    return read == null || wiring == null
        ? null
        : Usage.check(() -> PipelineStates.of(read, wiring, operator.get()));
  }

  private void checkSource() {
    long given =
        Stream.of(pipeline.get(), like.get(), keyType.get()).filter(each -> each != null).count();
    if (given != 1) {
      throw new UsageException(
          "Missing types: must be of a --pipeline, --like another savepoint, or named by"
              + " --key-type and --state; one of these");
    }
    if (keyType.get() == null ? !states.get().isEmpty() : states.get().isEmpty()) {
      throw new UsageException("Missing types: --key-type and --state need each other");
    }
  }

  private int maxParallelism() {
    Integer given = maxParallelism.get();
    if (given == null) {
      return DEFAULT_MAX_PARALLELISM;
    }
    if (given < 1 || given > MOST_KEY_GROUPS) {
      throw new UsageException(
          "Invalid --max-parallelism: must be from 1 to " + MOST_KEY_GROUPS + " but was " + given);
    }
    return given;
  }
}
