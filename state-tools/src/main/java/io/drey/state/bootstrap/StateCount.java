// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.bootstrap;

/**
 * What was written of a state.
 *
 * @param bytes of keys and values
 */
public record StateCount(String state, long entries, long bytes) {}
