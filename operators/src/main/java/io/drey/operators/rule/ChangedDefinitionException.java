// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.rule;

import java.util.List;
import org.apache.flink.runtime.throwable.ThrowableAnnotation;
import org.apache.flink.runtime.throwable.ThrowableType;

/** An operator cannot use the state that it is to restore; a restart would not help. */
@ThrowableAnnotation(ThrowableType.NonRecoverableError)
public final class ChangedDefinitionException extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  ChangedDefinitionException(String uid, List<String> changes) {
    super(
        "Cannot restore '"
            + uid
            + "': its state would not be found, or misread ("
            + String.join("; ", changes)
            + "): undo that, give the step another id, or --allow-changed-key "
            + uid);
  }
}
