// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.cluster;

/**
 * What was seen to before main runs.
 *
 * @param isCleared whether what sinks are to overwrite is gone
 * @param needsNoDirectory whether the user wants no checkpoint directory
 */
public record CheckedBefore(boolean isCleared, boolean needsNoDirectory) {}
