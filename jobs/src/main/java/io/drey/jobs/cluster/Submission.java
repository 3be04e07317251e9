// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.cluster;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a pipeline is submitted, in the terms of Flink's command line.
 *
 * @param target of Flink; null for a session cluster at the address
 * @param address of a session cluster
 * @param properties options of Flink
 */
public record Submission(
    @Nullable String target,
    RestAddress address,
    Map<String, String> properties,
    @Nullable String fromSavepoint,
    boolean allowNonRestored,
    @Nullable String claimMode,
    boolean detached,
    Arguments arguments) {
  private static final String REMOTE = "remote";
  private static final String IMAGES = "kubernetes-application";

  /** Where an image has the job jar: Flink takes none of the client's there. */
  private static final String IN_IMAGE = "local:///opt/flink/usrlib/drey-job.jar";

  /**
   * The arguments of the job jar's main method.
   *
   * @param text of the file, encoded
   * @param variables that the file may refer to
   * @param changedKeys the steps that restore state of another key or definition
   */
  public record Arguments(
      Path file,
      String text,
      Map<String, String> variables,
      List<Path> jars,
      List<String> changedKeys,
      @Nullable Integer parallelism,
      boolean noCheckpointDir) {
    List<String> words() {
      List<String> words = new ArrayList<>(List.of(file.toString(), "--text", text, "--cleared"));
      variables.forEach((name, value) -> words.addAll(List.of("--set", name + "=" + value)));
      jars.forEach(jar -> words.addAll(List.of("--jar", jar.toAbsolutePath().toString())));
      changedKeys.forEach(step -> words.addAll(List.of("--allow-changed-key", step)));
      if (parallelism != null) {
        words.addAll(List.of("--parallelism", parallelism.toString()));
      }
      if (noCheckpointDir) {
        words.add("--no-checkpoint-dir");
      }
      return words;
    }
  }

  /** Whether the job continues from a savepoint. */
  public boolean isRestored() {
    return fromSavepoint != null;
  }

  private static boolean isRemote(@Nullable String target) {
    return target == null || target.equals(REMOTE);
  }

  /** Whether the cluster sees the files of this machine. */
  public boolean sharesFiles() {
    return sharesFiles(target, address);
  }

  /** Whether a cluster sees the files of this machine. */
  public static boolean sharesFiles(@Nullable String target, RestAddress address) {
    return isRemote(target) && address.isOnThisMachine();
  }

  /** The address of the web interface, as far as it is known before; else empty. */
  public String web() {
    return isRemote(target) ? address.url() : "";
  }

  /**
   * The command line of Flink's client.
   *
   * @param program of the client
   * @param jar the job jar
   */
  public List<String> command(Path program, Path jar) {
    List<String> command = new ArrayList<>(List.of(program.toString(), "run"));
    command.addAll(List.of("--target", target == null ? REMOTE : target));
    if (isRemote(target)) {
      command.add("-Drest.address=" + address.host());
      command.add("-Drest.port=" + address.port());
    }
    properties.forEach((key, value) -> command.add("-D" + key + "=" + value));
    if (fromSavepoint != null) {
      command.addAll(List.of("--fromSavepoint", fromSavepoint));
    }
    if (allowNonRestored) {
      command.add("--allowNonRestoredState");
    }
    if (claimMode != null) {
      command.addAll(List.of("--claimMode", claimMode));
    }
    if (detached) {
      command.add("--detached");
    }
    command.add(IMAGES.equals(target) ? IN_IMAGE : jar.toString());
    command.addAll(arguments.words());
    return command;
  }
}
