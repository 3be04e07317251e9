// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.local;

import java.util.Optional;
import org.apache.flink.util.ExceptionUtils;
import org.apache.flink.util.StateMigrationException;
import org.jspecify.annotations.Nullable;

/** Failures of a restored run that are caused by its savepoint. */
final class RestoreFailure {
  private static final String POJO_SERIALIZER =
      "org.apache.flink.api.java.typeutils.runtime.PojoSerializer";

  private RestoreFailure() {}

  /**
   * The failure explained, if a savepoint is its cause; else the failure itself.
   *
   * @param savepoint what was restored; null if nothing was
   */
  static @Nullable Throwable explained(@Nullable Throwable failure, @Nullable String savepoint) {
    return failure == null || savepoint == null ? failure : of(failure, savepoint);
  }

  private static Throwable of(Throwable failure, String savepoint) {
    // Flink's message names the operator by a hash, and Flink's own option.
    if (ExceptionUtils.findThrowableWithMessage(failure, "--allowNonRestoredState").isPresent()) {
      return incompatible(
          savepoint,
          "it holds state that no step restores (--allow-non-restored-state drops it)",
          failure);
    }
    Optional<? extends Throwable> changed =
        ExceptionUtils.findThrowable(failure, StateMigrationException.class);
    if (changed.isEmpty()) {
      changed = ExceptionUtils.findThrowable(failure, RestoreFailure::isFieldOfAnotherType);
    }
    return changed.isPresent()
        ? incompatible(
            savepoint, "the type of a state has changed: " + changed.get().getMessage(), failure)
        : failure;
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

  private static IncompatibleStateException incompatible(
      String savepoint, String why, Throwable failure) {
    return new IncompatibleStateException(
        "Cannot restore from '" + savepoint + "': " + why, failure);
  }
}
