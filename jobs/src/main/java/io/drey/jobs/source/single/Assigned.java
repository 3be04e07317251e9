// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.source.single;

/** Whether the single reader has been assigned its input. */
public enum Assigned {
  NO,
  YES
}
