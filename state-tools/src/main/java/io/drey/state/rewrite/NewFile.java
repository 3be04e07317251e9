// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.rewrite;

import java.io.OutputStream;

/** A file of new state; who writes it has to close the stream. */
public record NewFile(String name, OutputStream out) {}
