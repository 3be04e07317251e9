// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.sameness;

/** An event of tests. */
public record Login(String user, int number) {}
