// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.option;

/** A script in a separate file. */
public record ScriptFile(@Option("the file that holds the script") String file) {}
