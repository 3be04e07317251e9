// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.local;

import io.drey.jobs.graph.JobOperator;
import io.drey.jobs.graph.JobOperators;
import io.drey.jobs.pipeline.Pipeline;
import io.drey.jobs.pipeline.Wiring;
import io.drey.operators.rule.ChangedDefinitionException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.flink.util.ExceptionUtils;
import org.apache.flink.util.StateMigrationException;
import org.jspecify.annotations.Nullable;

/**
 * Explains failures of a restored run that are caused by its savepoint.
 *
 * @param savepoint what was restored
 */
record RestoreFailure(Pipeline pipeline, Wiring wiring, String savepoint) {
  private static final String POJO_SERIALIZER =
      "org.apache.flink.api.java.typeutils.runtime.PojoSerializer";

  /** How Flink's messages name an operator. */
  private static final Pattern HASH = Pattern.compile("(?:operator |_)([0-9a-f]{32})\\b");

  /** The failure explained, if the savepoint is its cause; else the failure itself. */
  @Nullable Throwable explained(@Nullable Throwable failure) {
    if (failure == null) {
      return null;
    }
    // Flink's message names one operator, by a hash, and Flink's own option.
    Optional<Throwable> unclaimed =
        ExceptionUtils.findThrowableWithMessage(failure, "--allowNonRestoredState");
    if (unclaimed.isPresent()) {
      return unclaimed(unclaimed.get(), failure);
    }
    Optional<ChangedDefinitionException> redefined =
        ExceptionUtils.findThrowable(failure, ChangedDefinitionException.class);
    if (redefined.isPresent()) {
      return redefined(redefined.get(), failure);
    }
    Optional<? extends Throwable> changed =
        ExceptionUtils.findThrowable(failure, StateMigrationException.class);
    if (changed.isEmpty()) {
      changed = ExceptionUtils.findThrowable(failure, RestoreFailure::isFieldOfAnotherType);
    }
    return changed.isPresent() ? changed(changed.get(), failure) : failure;
  }

  private IncompatibleStateException unclaimed(Throwable told, Throwable failure) {
    Set<String> uids =
        JobOperators.of(pipeline, wiring).stream()
            .map(JobOperator::uid)
            .collect(Collectors.toSet());
    List<String> names =
        SavepointOperators.of(savepoint).withState().stream()
            .filter(uid -> !uids.contains(uid))
            .map(uid -> "'" + uid + "'")
            .toList();
    String whose = names.isEmpty() ? "operator " + hash(told) : String.join(", ", names);
    return new IncompatibleStateException(
        savepoint,
        "Cannot restore from '" + savepoint + "': no step restores the state of " + whose,
        true,
        failure);
  }

  private IncompatibleStateException redefined(Throwable told, Throwable failure) {
    return new IncompatibleStateException(
        savepoint, String.valueOf(told.getMessage()), false, failure);
  }

  private IncompatibleStateException changed(Throwable told, Throwable failure) {
    String operator = SavepointOperators.of(savepoint).name(hash(failure));
    String whose = operator == null ? "a state" : "a state of '" + operator + "'";
    return new IncompatibleStateException(
        savepoint,
        "Cannot restore from '"
            + savepoint
            + "': the type of "
            + whose
            + " has changed: "
            + told.getMessage(),
        false,
        failure);
  }

  /** The operator that a failure or one of its causes names; empty if none does. */
  private static String hash(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      Matcher hash = HASH.matcher(String.valueOf(cause.getMessage()));
      if (hash.find()) {
        return hash.group(1);
      }
    }
    return "";
  }

  /** Flink accepts a class whose field has another type, and fails when it sets a value of it. */
  private static boolean isFieldOfAnotherType(Throwable cause) {
    if (!(cause instanceof IllegalArgumentException)) {
      return false;
    }
    for (StackTraceElement frame : cause.getStackTrace()) {
      if (frame.getClassName().equals(POJO_SERIALIZER)) {
        return true;
      }
    }
    return false;
  }
}
