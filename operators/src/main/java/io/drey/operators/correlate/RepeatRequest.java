// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.correlate;

/** What happens to requests when another one of their key arrives before the response. */
public enum RepeatRequest {
  /** The earlier requests are unmatched. */
  REPLACE,
  /** The new request is unmatched. */
  KEEP,
  /** All stay pending; responses pair with them in order of arrival. */
  QUEUE
}
