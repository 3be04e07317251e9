// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.cluster;

import java.io.IOException;

/** A cluster knows nothing of that name. */
public final class NotFoundException extends IOException {
  private static final long serialVersionUID = 1L;

  NotFoundException(String message) {
    super(message);
  }
}
