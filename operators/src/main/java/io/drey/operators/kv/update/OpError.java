// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.kv.update;

/**
 * Why an op was not applied.
 *
 * @param opIndex the index of the op, from 0
 * @param code for programs, as {@link Update} lists them
 * @param message for people
 */
public record OpError(int opIndex, String code, String message) {}
