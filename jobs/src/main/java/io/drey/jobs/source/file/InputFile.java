// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.source.file;

/**
 * A file that is listed.
 *
 * @param path as it is in state
 * @param length in bytes, as stored
 * @param modified when, in the clock of its file system
 * @param inode its identity in its file system, whatever its name; empty if there is none
 */
record InputFile(String path, long length, long modified, String inode) {}
