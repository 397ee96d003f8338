// Written by `npm run api-docs` of the API's OpenAPI document.

export interface paths {
    "/teams": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the project’s teams by name */
        get: operations["listTeams"];
        put?: never;
        /**
         * Creates a team
         * @description From Colloquy’s own JSON or AutoGen’s. A team that already exists with the same content is not created again. `notes` lists what could not be imported.
         */
        post: operations["importTeams"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/teams/{teamId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Reads a team with the configuration of one version */
        get: operations["readTeam"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/teams/{teamId}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists a team’s versions, newest first */
        get: operations["listTeamVersions"];
        put?: never;
        /**
         * Creates a team’s next version
         * @description Conversations keep the version that they run. A configuration equal to the newest version creates no new one. With `basedOn`, a version that somebody saved in the meantime is not overwritten: the response is 409, and `newest` says which version that is and who saved it.
         */
        post: operations["addTeamVersion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/teams/{teamId}/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Exports a team as AutoGen component JSON */
        get: operations["exportTeam"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/teams/{teamId}/memory": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists what a team remembers */
        get: operations["listMemory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/teams/{teamId}/memory/{entryId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Reads an entry of a team’s memory with its history */
        get: operations["readMemoryEntry"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/teams/{teamId}/memory/{entryId}/edit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Corrects an entry of a team’s memory
         * @description No model changes the entry afterwards. With `basedOn`, an entry that has changed in the meantime is not overwritten (409).
         */
        post: operations["editMemoryEntry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/teams/{teamId}/memory/{entryId}/pin": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Pins an entry: every run is given it, and no model changes it */
        post: operations["pinMemoryEntry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/teams/{teamId}/memory/{entryId}/unpin": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Unpins an entry */
        post: operations["unpinMemoryEntry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/teams/{teamId}/memory/{entryId}/delete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Deletes an entry; what it says is not remembered again */
        post: operations["deleteMemoryEntry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/conversations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the project’s conversations, newest first */
        get: operations["listConversations"];
        put?: never;
        /** Starts a team on a task */
        post: operations["startConversation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/conversations/{conversationId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Reads a conversation’s state and the outcome of each of its runs */
        get: operations["readConversation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/conversations/{conversationId}/runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Continues a conversation that has ended
         * @description With another task, or (null) from where it stopped. As in AutoGen, the transcript and the pattern’s state are kept; the termination condition and the turn limit start over.
         */
        post: operations["continueConversation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/conversations/{conversationId}/wake": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Wakes a standing conversation, or an agent that waits
         * @description Its next run begins at once, or when the run that is going has ended. Where agents wait by `wait_until`, in whatever conversation, that ends their waits instead. The same key again wakes it once.
         */
        post: operations["wakeConversation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/conversations/{conversationId}/standing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Makes a conversation a standing one, or ends that
         * @description What still waits to wake it is dropped when it is no longer standing. A run that is going is left alone.
         */
        post: operations["setStanding"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/conversations/{conversationId}/wakes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Changes which standing conversation its ends wake
         * @description It takes effect the next time a run ends.
         */
        post: operations["setWakes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/conversations/{conversationId}/webhooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the webhooks that wake a standing conversation */
        get: operations["listInboundWebhooks"];
        put?: never;
        /**
         * Makes a webhook that wakes a standing conversation
         * @description A service posts to its `url`, signed with its `secret` as Standard Webhooks says. The secret is returned only this once.
         */
        post: operations["addInboundWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/conversations/{conversationId}/webhooks/{webhookId}/secret": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Gives a webhook another secret
         * @description The secret that it replaces is accepted for as long as you say; older ones no longer are. The new secret is returned only this once.
         */
        post: operations["rotateInboundWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/conversations/{conversationId}/webhooks/{webhookId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Removes a webhook: its address accepts nothing any more */
        delete: operations["removeInboundWebhook"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/conversations/{conversationId}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Reads a conversation’s transcript */
        get: operations["listMessages"];
        put?: never;
        /** Posts a message to a running conversation */
        post: operations["postMessage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/conversations/{conversationId}/transcript": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A conversation’s whole transcript as a file
         * @description As Markdown or JSON, with every text in full. It is streamed: if something fails on the way, the connection breaks.
         */
        get: operations["readTranscript"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/texts/{textOwner}/{textId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Reads a long text in full, piece by piece
         * @description Other responses contain only the beginning of a long text and say so in `truncated`. `textOwner` is the kind of record that the text belongs to (`message`, `tool-call`, `task`, `model-call`), `textId` the record’s id. Repeat the request with the `next` of each piece.
         */
        get: operations["readText"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/conversations/{conversationId}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Streams a conversation as it happens
         * @description Server-sent events. `change` contains what the reader has not seen yet: at first everything, or everything after the revision in `Last-Event-ID`. A long transcript arrives in several parts, and the conversation is reported as running until the last of them. A long text is cut at 16,000 characters (4,000 within a body). `live` contains the first 64,000 characters of a text while it is being written. `pending` says what is being retried, and why. The stream continues through later runs. `expired` means that the token is no longer valid.
         */
        get: operations["watchConversation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/conversations/{conversationId}/pause": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Pauses a conversation before its next turn */
        post: operations["pauseConversation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/conversations/{conversationId}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Resumes a paused conversation */
        post: operations["resumeConversation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/conversations/{conversationId}/stop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Stops a conversation after the current turn */
        post: operations["stopConversation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/conversations/{conversationId}/external": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Fires the external conditions of a conversation’s teams at their next check; whether that ends the conversation depends on the rest of each condition */
        post: operations["fireExternalConditions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/conversations/{conversationId}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Cancels a conversation immediately */
        post: operations["cancelConversation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/conversations/{conversationId}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Replays a conversation’s recorded histories with today’s workflow code
         * @description Says whether they agree, or at which event they differ and how. No model and no tool is called, and nothing is written.
         */
        post: operations["replayConversation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/conversations/{conversationId}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A recorded history as a file, in Temporal’s JSON form
         * @description Texts of people and models are replaced, the same by the same, so that it still replays.
         */
        get: operations["readHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/conversations/{conversationId}/steps/{turn}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Reads a conversation as it was after a turn */
        get: operations["readStep"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Replays a history with today’s workflow code
         * @description A history in Temporal’s JSON form, of at most 16 MiB, as `GET /conversations/{conversationId}/history` or `temporal workflow show --output json` gives it. Its replay is ended after a minute or at 768 MiB of memory.
         */
        post: operations["replayHistory"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tasks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists open tasks, most urgent first, or the most recently closed ones (at most 100) */
        get: operations["listTasks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tasks/{taskId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Reads a task */
        get: operations["readTask"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tasks/{taskId}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Answers a task that a conversation waits for
         * @description Where several have to agree (`asked.quorum`), an answer is a vote: the first rejection decides, or as many approvals as are needed. A person has one vote, and can change it while the task is open.
         */
        post: operations["answerTask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/knowledge/collections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the project’s collections by name */
        get: operations["listCollections"];
        put?: never;
        /**
         * Creates a collection for the deployment’s embedding model
         * @description One that already exists with the same content is not created again.
         */
        post: operations["createCollection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/knowledge/collections/{collectionId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Reads a collection */
        get: operations["readCollection"];
        put?: never;
        post?: never;
        /**
         * Deletes a collection with all its documents
         * @description Citations of them no longer open. While documents are being brought in, the response is 409: cancel the imports first.
         */
        delete: operations["deleteCollection"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/knowledge/collections/{collectionId}/documents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists a collection’s documents by title */
        get: operations["listDocuments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/knowledge/collections/{collectionId}/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Brings documents into a collection
         * @description Files and addresses as `multipart/form-data`, or addresses as JSON. Files are written down as they arrive. Documents that the collection has already get a new version, or stay as they are if their bytes are the same.
         */
        post: operations["startImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/knowledge/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists imports, newest first */
        get: operations["listImports"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/knowledge/imports/{importId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Reads an import with its documents, and why some of them failed */
        get: operations["readImport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/knowledge/imports/{importId}/pause": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Pauses an import: what has begun comes to its end, nothing else begins */
        post: operations["pauseImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/knowledge/imports/{importId}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Resumes a paused import */
        post: operations["resumeImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/knowledge/imports/{importId}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Cancels an import immediately */
        post: operations["cancelImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/knowledge/imports/{importId}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Tries the documents of an ended import that failed again
         * @description Does nothing while it is under way, or if nothing failed. Returns the import.
         */
        post: operations["retryImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/knowledge/documents/{documentId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Reads a document with its versions */
        get: operations["readDocument"];
        put?: never;
        post?: never;
        /**
         * Deletes a document with all its versions
         * @description Citations of it no longer open.
         */
        delete: operations["deleteDocument"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/knowledge/documents/{documentId}/passages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Reads the passages that a document was cut into */
        get: operations["listPassages"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/knowledge/documents/{documentId}/text": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Reads the text of a document’s version, piece by piece
         * @description Repeat the request with the `next` of each piece.
         */
        get: operations["readDocumentText"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/knowledge/documents/{documentId}/citations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists the conversations that cite a document, or one of its passages
         * @description Only messages that stand: drafts, rejected and superseded ones do not count. The versions that they cite may be older ones.
         */
        get: operations["listCitations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/knowledge/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Searches documents for a question, as agents do
         * @description Embeds the question, for which the model’s price is paid, and returns the passages that fit it best, with the parts of their scores. A worker does it: the response comes within a minute, or is 503. A collection that does not exist is 422.
         */
        post: operations["searchKnowledge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/schedules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the project’s schedules, the newest first */
        get: operations["listSchedules"];
        put?: never;
        /**
         * Creates a schedule: a team that starts a conversation, or a standing conversation that is woken, again and again
         * @description It stands in Temporal within a second or two: `unappliedSince` is null then.
         */
        post: operations["createSchedule"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/schedules/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The next times that a schedule would have, as the Temporal server would have them */
        post: operations["previewSchedule"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/schedules/{scheduleId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Reads a schedule */
        get: operations["readSchedule"];
        put?: never;
        /**
         * Replaces a schedule’s description, as its next revision
         * @description Takes the whole description again. Earlier dates stay those of earlier revisions. Also takes back what somebody did with Temporal’s own tools.
         */
        post: operations["updateSchedule"];
        /**
         * Deletes a schedule
         * @description Runs that are going and conversations that it has started stay.
         */
        delete: operations["deleteSchedule"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/schedules/{scheduleId}/dates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What became of each date of a schedule, ran or not, and why */
        get: operations["listScheduleDates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/schedules/{scheduleId}/pause": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Pauses a schedule, with a note */
        post: operations["pauseSchedule"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/schedules/{scheduleId}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Resumes a paused schedule; dates that have passed are not made up for */
        post: operations["resumeSchedule"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/schedules/{scheduleId}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Puts a schedule back that somebody has deleted with Temporal’s own tools */
        post: operations["restoreSchedule"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/schedules/{scheduleId}/trigger": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Starts a run now, beside any other, even while the schedule is paused */
        post: operations["triggerSchedule"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/schedules/{scheduleId}/backfill": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many runs a backfill of a range would start */
        get: operations["countBackfill"];
        put?: never;
        /**
         * Runs the dates of a range of the past that have no run
         * @description At most 1,000. Dates that have run are left alone; those that were refused are tried again.
         */
        post: operations["backfillSchedule"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/schedules/{scheduleId}/runs/{runId}/carried": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Edits what a run that has ended leaves for the next one */
        post: operations["editCarried"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/notices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists notices about tasks, the newest first
         * @description Mails and messages to webhooks: those of the whole project for an owner, else your own. Those that a digest tells of are listed only by their state, `gathered`.
         */
        get: operations["listNotices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/notices/{noticeId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Reads a notice with the log of its deliveries */
        get: operations["readNotice"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/notices/{noticeId}/send-again": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sends a notice again that has failed or was kept */
        post: operations["sendNoticeAgain"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/calendars": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the project’s working calendars by name */
        get: operations["listCalendars"];
        put?: never;
        /**
         * Creates a working calendar
         * @description A team names it as `asking.calendar`. What its tasks wait for is then counted in these hours: deadlines, reminders and escalations.
         */
        post: operations["createCalendar"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/calendars/{calendarId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Reads a working calendar */
        get: operations["readCalendar"];
        put?: never;
        /**
         * Replaces a working calendar
         * @description Takes the whole description; the name can’t be changed. Tasks that are open keep their times.
         */
        post: operations["updateCalendar"];
        /**
         * Deletes a working calendar
         * @description Tasks that are open keep their times. For later tasks of teams that name it all hours count; `asked.calendar.timeZone` is null then.
         */
        delete: operations["deleteCalendar"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/builds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the builds of the workers, with the open conversations on each */
        get: operations["listBuilds"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/builds/{buildId}/move": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Moves open conversations of a build to the current one
         * @description Those of a build without a worker are replayed with the current code first. A request works for a minute at most; sending it again does no harm.
         */
        post: operations["moveConversations"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Says what is up, what waits for a worker, and how old the newest backup is
         * @description Answers 200 also when something is down; `parts` says what.
         */
        get: operations["readStatus"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        Problem: {
            /** @description One of `urn:colloquy:problem:unauthorized`, `urn:colloquy:problem:not_found`, `urn:colloquy:problem:method_not_allowed`, `urn:colloquy:problem:invalid_request`, `urn:colloquy:problem:too_large`, `urn:colloquy:problem:unsupported_media_type`, `urn:colloquy:problem:too_many_requests`, `urn:colloquy:problem:import_refused`, `urn:colloquy:problem:name_taken`, `urn:colloquy:problem:stale`, `urn:colloquy:problem:unknown_team`, `urn:colloquy:problem:unknown_collection`, `urn:colloquy:problem:task_refused`, `urn:colloquy:problem:not_over`, `urn:colloquy:problem:cannot_go_on`, `urn:colloquy:problem:over`, `urn:colloquy:problem:not_standing`, `urn:colloquy:problem:circle`, `urn:colloquy:problem:too_many_wake_ups`, `urn:colloquy:problem:importing`, `urn:colloquy:problem:not_started`, `urn:colloquy:problem:task_closed`, `urn:colloquy:problem:not_resendable`, `urn:colloquy:problem:not_movable`, `urn:colloquy:problem:decision_not_allowed`, `urn:colloquy:problem:not_asked`, `urn:colloquy:problem:key_used`, `urn:colloquy:problem:refused`, `urn:colloquy:problem:unavailable`, `urn:colloquy:problem:busy`, `urn:colloquy:problem:internal`. */
            type: string;
            /** @description What went wrong, in a few words. */
            title: string;
            /** @description The HTTP status. */
            status: number;
            /** @description What to do about it, in one or two sentences. */
            detail: string;
            /** @description Every error in the request. */
            problems?: {
                /** @description The place in the body or file, as a JSON path. */
                path: string;
                message: string;
                fix?: string;
            }[];
            /** @description The trace of the request: a reference to quote, which every log line about it has. */
            traceId?: string;
            /** @description For `stale`: the team’s newest version. */
            newest?: {
                version: number;
                /** @description Who saved it; null if unknown. */
                author: string | null;
                /** Format: date-time */
                createdAt: string;
            };
        };
        Teams: {
            teams: components["schemas"]["Team"][];
        };
        Team: {
            /** Format: uuid */
            id: string;
            name: string;
            /** @description The newest version, from 1. */
            version: number;
            /** Format: uuid */
            versionId: string;
            description: string;
            /** @description How the next speaker is chosen. */
            pattern: string;
            participants: {
                name: string;
                kind: string;
            }[];
            /**
             * Format: date-time
             * @description When the newest version was created.
             */
            createdAt: string;
            archived: boolean;
        };
        ImportTeams: {
            /** @description A TeamConfig, an AutoGen component (a team or a single agent), or a file of AutoGen Studio (a team or a gallery). */
            definition: components["schemas"]["Json"];
            /** @description The team’s name; by default the name in the file, made unique. Only for a file with one team. */
            name?: string;
        };
        /** @description Any JSON value. */
        Json: components["schemas"]["Json__schema0"];
        Json__schema0: unknown;
        ImportReport: {
            teams: components["schemas"]["ImportedTeam"][];
        };
        ImportedTeam: {
            team: components["schemas"]["Team"];
            created: boolean;
            notes: components["schemas"]["ImportNote"][];
        };
        ImportNote: {
            /** @description A JSON path in the file. */
            path: string;
            message: string;
        };
        TeamWithConfig: {
            /** Format: uuid */
            id: string;
            name: string;
            /** @description The newest version, from 1. */
            version: number;
            /** Format: uuid */
            versionId: string;
            description: string;
            /** @description How the next speaker is chosen. */
            pattern: string;
            participants: {
                name: string;
                kind: string;
            }[];
            /**
             * Format: date-time
             * @description When the newest version was created.
             */
            createdAt: string;
            archived: boolean;
            config: components["schemas"]["TeamConfig"];
        };
        TeamConfig: components["schemas"]["TeamConfig__schema0"];
        TeamConfig__schema0: {
            name: string | null;
            description: string;
            pattern: {
                /** @constant */
                kind: "round_robin";
            } | {
                /** @constant */
                kind: "single_agent";
            } | {
                /** @constant */
                kind: "swarm";
            } | {
                /** @constant */
                kind: "graph";
                nodes: {
                    name: string;
                    edges: {
                        target: string;
                        condition: string | null;
                        activationGroup: string;
                        /** @enum {string} */
                        activationCondition: "all" | "any";
                    }[];
                    /** @enum {string} */
                    activation: "all" | "any";
                }[];
                startNode: string | null;
            } | {
                /** @constant */
                kind: "selector";
                model: {
                    model: string;
                    /** @enum {string} */
                    provider?: "chat_completions" | "responses" | "anthropic_messages";
                    /** @enum {string} */
                    dialect?: "openai" | "azure" | "gemini" | "anthropic" | "mistral" | "deepseek" | "ollama" | "openrouter" | "vllm" | "llama_cpp";
                    baseUrl: string | null;
                    apiKeySecret: string | null;
                    parameters: {
                        [key: string]: components["schemas"]["TeamConfig__schema1"];
                    };
                    info: {
                        family: string;
                        vision: boolean;
                        functionCalling: boolean;
                        jsonOutput: boolean;
                        structuredOutput: boolean;
                        multipleSystemMessages: boolean;
                    } | null;
                    includeNameInMessage: boolean;
                    addNamePrefixes: boolean;
                    stream?: boolean;
                    options?: {
                        background?: boolean;
                    };
                } | null;
                prompt: string | null;
                allowRepeatedSpeaker: boolean;
                maxAttempts: number;
                candidateFilter: string | null;
                streaming: boolean;
                context: {
                    /** @constant */
                    kind: "unbounded";
                    initial?: ({
                        /** @constant */
                        role: "system";
                        content: string;
                    } | {
                        /** @enum {string} */
                        role: "user" | "assistant";
                        source: string;
                        content: string;
                    })[];
                } | {
                    /** @constant */
                    kind: "buffered";
                    size: number;
                    initial?: ({
                        /** @constant */
                        role: "system";
                        content: string;
                    } | {
                        /** @enum {string} */
                        role: "user" | "assistant";
                        source: string;
                        content: string;
                    })[];
                } | {
                    /** @constant */
                    kind: "head_and_tail";
                    head: number;
                    tail: number;
                    initial?: ({
                        /** @constant */
                        role: "system";
                        content: string;
                    } | {
                        /** @enum {string} */
                        role: "user" | "assistant";
                        source: string;
                        content: string;
                    })[];
                } | {
                    /** @constant */
                    kind: "token_limited";
                    limit: number | null;
                    initial?: ({
                        /** @constant */
                        role: "system";
                        content: string;
                    } | {
                        /** @enum {string} */
                        role: "user" | "assistant";
                        source: string;
                        content: string;
                    })[];
                } | {
                    /** @constant */
                    kind: "summarizing";
                    keep: number;
                    summarizeAfter: number;
                    model: {
                        model: string;
                        /** @enum {string} */
                        provider?: "chat_completions" | "responses" | "anthropic_messages";
                        /** @enum {string} */
                        dialect?: "openai" | "azure" | "gemini" | "anthropic" | "mistral" | "deepseek" | "ollama" | "openrouter" | "vllm" | "llama_cpp";
                        baseUrl: string | null;
                        apiKeySecret: string | null;
                        parameters: {
                            [key: string]: components["schemas"]["TeamConfig__schema1"];
                        };
                        info: {
                            family: string;
                            vision: boolean;
                            functionCalling: boolean;
                            jsonOutput: boolean;
                            structuredOutput: boolean;
                            multipleSystemMessages: boolean;
                        } | null;
                        includeNameInMessage: boolean;
                        addNamePrefixes: boolean;
                        stream?: boolean;
                        options?: {
                            background?: boolean;
                        };
                    } | null;
                    prompt: string | null;
                    initial?: ({
                        /** @constant */
                        role: "system";
                        content: string;
                    } | {
                        /** @enum {string} */
                        role: "user" | "assistant";
                        source: string;
                        content: string;
                    })[];
                };
            } | {
                /** @constant */
                kind: "magentic_one";
                model: {
                    model: string;
                    /** @enum {string} */
                    provider?: "chat_completions" | "responses" | "anthropic_messages";
                    /** @enum {string} */
                    dialect?: "openai" | "azure" | "gemini" | "anthropic" | "mistral" | "deepseek" | "ollama" | "openrouter" | "vllm" | "llama_cpp";
                    baseUrl: string | null;
                    apiKeySecret: string | null;
                    parameters: {
                        [key: string]: components["schemas"]["TeamConfig__schema1"];
                    };
                    info: {
                        family: string;
                        vision: boolean;
                        functionCalling: boolean;
                        jsonOutput: boolean;
                        structuredOutput: boolean;
                        multipleSystemMessages: boolean;
                    } | null;
                    includeNameInMessage: boolean;
                    addNamePrefixes: boolean;
                    stream?: boolean;
                    options?: {
                        background?: boolean;
                    };
                } | null;
                maxStalls: number;
                maxResets: number | null;
                finalAnswerPrompt: string | null;
            };
            participants: ({
                /** @constant */
                kind: "agent";
                name: string;
                description: string;
                systemMessage: string;
                model: {
                    model: string;
                    /** @enum {string} */
                    provider?: "chat_completions" | "responses" | "anthropic_messages";
                    /** @enum {string} */
                    dialect?: "openai" | "azure" | "gemini" | "anthropic" | "mistral" | "deepseek" | "ollama" | "openrouter" | "vllm" | "llama_cpp";
                    baseUrl: string | null;
                    apiKeySecret: string | null;
                    parameters: {
                        [key: string]: components["schemas"]["TeamConfig__schema1"];
                    };
                    info: {
                        family: string;
                        vision: boolean;
                        functionCalling: boolean;
                        jsonOutput: boolean;
                        structuredOutput: boolean;
                        multipleSystemMessages: boolean;
                    } | null;
                    includeNameInMessage: boolean;
                    addNamePrefixes: boolean;
                    stream?: boolean;
                    options?: {
                        background?: boolean;
                    };
                } | null;
                tools: components["schemas"]["TeamConfig__schema2"][];
                handoffs: {
                    target: string;
                    description: string;
                    name: string;
                    message: string;
                }[];
                context: {
                    /** @constant */
                    kind: "unbounded";
                    initial?: ({
                        /** @constant */
                        role: "system";
                        content: string;
                    } | {
                        /** @enum {string} */
                        role: "user" | "assistant";
                        source: string;
                        content: string;
                    })[];
                } | {
                    /** @constant */
                    kind: "buffered";
                    size: number;
                    initial?: ({
                        /** @constant */
                        role: "system";
                        content: string;
                    } | {
                        /** @enum {string} */
                        role: "user" | "assistant";
                        source: string;
                        content: string;
                    })[];
                } | {
                    /** @constant */
                    kind: "head_and_tail";
                    head: number;
                    tail: number;
                    initial?: ({
                        /** @constant */
                        role: "system";
                        content: string;
                    } | {
                        /** @enum {string} */
                        role: "user" | "assistant";
                        source: string;
                        content: string;
                    })[];
                } | {
                    /** @constant */
                    kind: "token_limited";
                    limit: number | null;
                    initial?: ({
                        /** @constant */
                        role: "system";
                        content: string;
                    } | {
                        /** @enum {string} */
                        role: "user" | "assistant";
                        source: string;
                        content: string;
                    })[];
                } | {
                    /** @constant */
                    kind: "summarizing";
                    keep: number;
                    summarizeAfter: number;
                    model: {
                        model: string;
                        /** @enum {string} */
                        provider?: "chat_completions" | "responses" | "anthropic_messages";
                        /** @enum {string} */
                        dialect?: "openai" | "azure" | "gemini" | "anthropic" | "mistral" | "deepseek" | "ollama" | "openrouter" | "vllm" | "llama_cpp";
                        baseUrl: string | null;
                        apiKeySecret: string | null;
                        parameters: {
                            [key: string]: components["schemas"]["TeamConfig__schema1"];
                        };
                        info: {
                            family: string;
                            vision: boolean;
                            functionCalling: boolean;
                            jsonOutput: boolean;
                            structuredOutput: boolean;
                            multipleSystemMessages: boolean;
                        } | null;
                        includeNameInMessage: boolean;
                        addNamePrefixes: boolean;
                        stream?: boolean;
                        options?: {
                            background?: boolean;
                        };
                    } | null;
                    prompt: string | null;
                    initial?: ({
                        /** @constant */
                        role: "system";
                        content: string;
                    } | {
                        /** @enum {string} */
                        role: "user" | "assistant";
                        source: string;
                        content: string;
                    })[];
                };
                memory: ({
                    /** @constant */
                    kind: "list";
                    name: string | null;
                    contents: {
                        content: string;
                        mimeType: string;
                    }[];
                } | {
                    /** @constant */
                    kind: "long_term";
                    count: number;
                })[];
                knowledge?: {
                    collections: string[];
                    /** @enum {string} */
                    how: "before_each_answer" | "tool";
                    count: number;
                    filter?: {
                        [key: string]: components["schemas"]["TeamConfig__schema1"];
                    };
                    threshold?: number;
                    vectorWeight?: number;
                    diversity?: number;
                    neighbours?: number;
                    toolName?: string;
                    toolDescription?: string;
                }[];
                maxToolIterations: number;
                reflectOnToolUse: boolean;
                toolCallSummaryFormat: string;
                output: {
                    name: string;
                    schema: {
                        [key: string]: components["schemas"]["TeamConfig__schema3"];
                    };
                    formatString: string | null;
                } | null;
                filter: {
                    perSource: {
                        source: string;
                        position: ("first" | "last") | null;
                        count: number | null;
                    }[];
                } | null;
                review: {
                    deadlineSeconds: number;
                    /** @enum {string} */
                    onDeadline: "approve" | "discard" | "stop";
                    asking?: {
                        assignees: string[];
                        remindAfterSeconds: number[];
                        escalation: {
                            afterSeconds: number;
                            to: string[];
                        } | null;
                        calendar?: string;
                        quorum?: {
                            of: "all" | number;
                        };
                    };
                } | null;
            } | {
                /** @constant */
                kind: "code_executor";
                name: string;
                description: string;
                systemMessage: string;
                model: ({
                    model: string;
                    /** @enum {string} */
                    provider?: "chat_completions" | "responses" | "anthropic_messages";
                    /** @enum {string} */
                    dialect?: "openai" | "azure" | "gemini" | "anthropic" | "mistral" | "deepseek" | "ollama" | "openrouter" | "vllm" | "llama_cpp";
                    baseUrl: string | null;
                    apiKeySecret: string | null;
                    parameters: {
                        [key: string]: components["schemas"]["TeamConfig__schema1"];
                    };
                    info: {
                        family: string;
                        vision: boolean;
                        functionCalling: boolean;
                        jsonOutput: boolean;
                        structuredOutput: boolean;
                        multipleSystemMessages: boolean;
                    } | null;
                    includeNameInMessage: boolean;
                    addNamePrefixes: boolean;
                    stream?: boolean;
                    options?: {
                        background?: boolean;
                    };
                } | "none") | null;
                context: {
                    /** @constant */
                    kind: "unbounded";
                    initial?: ({
                        /** @constant */
                        role: "system";
                        content: string;
                    } | {
                        /** @enum {string} */
                        role: "user" | "assistant";
                        source: string;
                        content: string;
                    })[];
                } | {
                    /** @constant */
                    kind: "buffered";
                    size: number;
                    initial?: ({
                        /** @constant */
                        role: "system";
                        content: string;
                    } | {
                        /** @enum {string} */
                        role: "user" | "assistant";
                        source: string;
                        content: string;
                    })[];
                } | {
                    /** @constant */
                    kind: "head_and_tail";
                    head: number;
                    tail: number;
                    initial?: ({
                        /** @constant */
                        role: "system";
                        content: string;
                    } | {
                        /** @enum {string} */
                        role: "user" | "assistant";
                        source: string;
                        content: string;
                    })[];
                } | {
                    /** @constant */
                    kind: "token_limited";
                    limit: number | null;
                    initial?: ({
                        /** @constant */
                        role: "system";
                        content: string;
                    } | {
                        /** @enum {string} */
                        role: "user" | "assistant";
                        source: string;
                        content: string;
                    })[];
                } | {
                    /** @constant */
                    kind: "summarizing";
                    keep: number;
                    summarizeAfter: number;
                    model: {
                        model: string;
                        /** @enum {string} */
                        provider?: "chat_completions" | "responses" | "anthropic_messages";
                        /** @enum {string} */
                        dialect?: "openai" | "azure" | "gemini" | "anthropic" | "mistral" | "deepseek" | "ollama" | "openrouter" | "vllm" | "llama_cpp";
                        baseUrl: string | null;
                        apiKeySecret: string | null;
                        parameters: {
                            [key: string]: components["schemas"]["TeamConfig__schema1"];
                        };
                        info: {
                            family: string;
                            vision: boolean;
                            functionCalling: boolean;
                            jsonOutput: boolean;
                            structuredOutput: boolean;
                            multipleSystemMessages: boolean;
                        } | null;
                        includeNameInMessage: boolean;
                        addNamePrefixes: boolean;
                        stream?: boolean;
                        options?: {
                            background?: boolean;
                        };
                    } | null;
                    prompt: string | null;
                    initial?: ({
                        /** @constant */
                        role: "system";
                        content: string;
                    } | {
                        /** @enum {string} */
                        role: "user" | "assistant";
                        source: string;
                        content: string;
                    })[];
                };
                sources: string[] | null;
                maxRetriesOnError: number;
                supportedLanguages: string[];
                timeoutSeconds: number;
            } | {
                /** @constant */
                kind: "society";
                name: string;
                description: string;
                team: components["schemas"]["TeamConfig__schema0"];
                model: {
                    model: string;
                    /** @enum {string} */
                    provider?: "chat_completions" | "responses" | "anthropic_messages";
                    /** @enum {string} */
                    dialect?: "openai" | "azure" | "gemini" | "anthropic" | "mistral" | "deepseek" | "ollama" | "openrouter" | "vllm" | "llama_cpp";
                    baseUrl: string | null;
                    apiKeySecret: string | null;
                    parameters: {
                        [key: string]: components["schemas"]["TeamConfig__schema1"];
                    };
                    info: {
                        family: string;
                        vision: boolean;
                        functionCalling: boolean;
                        jsonOutput: boolean;
                        structuredOutput: boolean;
                        multipleSystemMessages: boolean;
                    } | null;
                    includeNameInMessage: boolean;
                    addNamePrefixes: boolean;
                    stream?: boolean;
                    options?: {
                        background?: boolean;
                    };
                } | null;
                instruction: string;
                responsePrompt: string;
                context: {
                    /** @constant */
                    kind: "unbounded";
                    initial?: ({
                        /** @constant */
                        role: "system";
                        content: string;
                    } | {
                        /** @enum {string} */
                        role: "user" | "assistant";
                        source: string;
                        content: string;
                    })[];
                } | {
                    /** @constant */
                    kind: "buffered";
                    size: number;
                    initial?: ({
                        /** @constant */
                        role: "system";
                        content: string;
                    } | {
                        /** @enum {string} */
                        role: "user" | "assistant";
                        source: string;
                        content: string;
                    })[];
                } | {
                    /** @constant */
                    kind: "head_and_tail";
                    head: number;
                    tail: number;
                    initial?: ({
                        /** @constant */
                        role: "system";
                        content: string;
                    } | {
                        /** @enum {string} */
                        role: "user" | "assistant";
                        source: string;
                        content: string;
                    })[];
                } | {
                    /** @constant */
                    kind: "token_limited";
                    limit: number | null;
                    initial?: ({
                        /** @constant */
                        role: "system";
                        content: string;
                    } | {
                        /** @enum {string} */
                        role: "user" | "assistant";
                        source: string;
                        content: string;
                    })[];
                } | {
                    /** @constant */
                    kind: "summarizing";
                    keep: number;
                    summarizeAfter: number;
                    model: {
                        model: string;
                        /** @enum {string} */
                        provider?: "chat_completions" | "responses" | "anthropic_messages";
                        /** @enum {string} */
                        dialect?: "openai" | "azure" | "gemini" | "anthropic" | "mistral" | "deepseek" | "ollama" | "openrouter" | "vllm" | "llama_cpp";
                        baseUrl: string | null;
                        apiKeySecret: string | null;
                        parameters: {
                            [key: string]: components["schemas"]["TeamConfig__schema1"];
                        };
                        info: {
                            family: string;
                            vision: boolean;
                            functionCalling: boolean;
                            jsonOutput: boolean;
                            structuredOutput: boolean;
                            multipleSystemMessages: boolean;
                        } | null;
                        includeNameInMessage: boolean;
                        addNamePrefixes: boolean;
                        stream?: boolean;
                        options?: {
                            background?: boolean;
                        };
                    } | null;
                    prompt: string | null;
                    initial?: ({
                        /** @constant */
                        role: "system";
                        content: string;
                    } | {
                        /** @enum {string} */
                        role: "user" | "assistant";
                        source: string;
                        content: string;
                    })[];
                };
            } | {
                /** @constant */
                kind: "team";
                name: string;
                description: string;
                team: components["schemas"]["TeamConfig__schema0"];
            } | {
                /** @constant */
                kind: "person";
                name: string;
                description: string;
                prompt: string;
                deadlineSeconds: number;
                /** @enum {string} */
                onDeadline: "skip" | "stop";
                asking?: {
                    assignees: string[];
                    remindAfterSeconds: number[];
                    escalation: {
                        afterSeconds: number;
                        to: string[];
                    } | null;
                    calendar?: string;
                    quorum?: {
                        of: "all" | number;
                    };
                };
            })[];
            termination: components["schemas"]["TeamConfig__schema4"] | null;
            maxTurns: number | null;
            emitTeamEvents: boolean;
            toolPolicies: {
                tool: string;
                approval: {
                    /** @constant */
                    kind: "never";
                } | {
                    /** @constant */
                    kind: "always";
                } | {
                    /** @constant */
                    kind: "when";
                    expression: string;
                } | {
                    /** @constant */
                    kind: "after_documents";
                };
                timeoutSeconds: number;
                maxResultBytes: number;
                idempotent: boolean;
                asking?: {
                    assignees: string[];
                    remindAfterSeconds: number[];
                    escalation: {
                        afterSeconds: number;
                        to: string[];
                    } | null;
                    calendar?: string;
                    quorum?: {
                        of: "all" | number;
                    };
                };
            }[];
        };
        TeamConfig__schema1: unknown;
        TeamConfig__schema2: {
            /** @constant */
            kind: "python";
            name: string;
            description: string;
            source: string;
            imports: string[];
        } | {
            /** @constant */
            kind: "http";
            name: string;
            description: string;
            /** @enum {string} */
            method: "GET" | "POST" | "PUT" | "DELETE" | "PATCH";
            url: string;
            headers: {
                [key: string]: string;
            };
            parameters: {
                [key: string]: components["schemas"]["TeamConfig__schema3"];
            };
            /** @enum {string} */
            returns: "text" | "json";
            timeoutSeconds: number;
        } | {
            /** @constant */
            kind: "mcp_stdio";
            command: string;
            args: string[];
            env: {
                [key: string]: string;
            };
            timeoutSeconds: number;
            overrides: {
                [key: string]: {
                    name?: string;
                    description?: string;
                };
            };
        } | {
            /** @constant */
            kind: "mcp_http";
            /** @enum {string} */
            transport: "streamable_http" | "sse";
            url: string;
            headers: {
                [key: string]: string;
            };
            timeoutSeconds: number;
            overrides: {
                [key: string]: {
                    name?: string;
                    description?: string;
                };
            };
        } | {
            /** @constant */
            kind: "participant";
            name: string;
            description: string;
            participant: {
                /** @constant */
                kind: "agent";
                name: string;
                description: string;
                systemMessage: string;
                model: {
                    model: string;
                    /** @enum {string} */
                    provider?: "chat_completions" | "responses" | "anthropic_messages";
                    /** @enum {string} */
                    dialect?: "openai" | "azure" | "gemini" | "anthropic" | "mistral" | "deepseek" | "ollama" | "openrouter" | "vllm" | "llama_cpp";
                    baseUrl: string | null;
                    apiKeySecret: string | null;
                    parameters: {
                        [key: string]: components["schemas"]["TeamConfig__schema1"];
                    };
                    info: {
                        family: string;
                        vision: boolean;
                        functionCalling: boolean;
                        jsonOutput: boolean;
                        structuredOutput: boolean;
                        multipleSystemMessages: boolean;
                    } | null;
                    includeNameInMessage: boolean;
                    addNamePrefixes: boolean;
                    stream?: boolean;
                    options?: {
                        background?: boolean;
                    };
                } | null;
                tools: components["schemas"]["TeamConfig__schema2"][];
                handoffs: {
                    target: string;
                    description: string;
                    name: string;
                    message: string;
                }[];
                context: {
                    /** @constant */
                    kind: "unbounded";
                    initial?: ({
                        /** @constant */
                        role: "system";
                        content: string;
                    } | {
                        /** @enum {string} */
                        role: "user" | "assistant";
                        source: string;
                        content: string;
                    })[];
                } | {
                    /** @constant */
                    kind: "buffered";
                    size: number;
                    initial?: ({
                        /** @constant */
                        role: "system";
                        content: string;
                    } | {
                        /** @enum {string} */
                        role: "user" | "assistant";
                        source: string;
                        content: string;
                    })[];
                } | {
                    /** @constant */
                    kind: "head_and_tail";
                    head: number;
                    tail: number;
                    initial?: ({
                        /** @constant */
                        role: "system";
                        content: string;
                    } | {
                        /** @enum {string} */
                        role: "user" | "assistant";
                        source: string;
                        content: string;
                    })[];
                } | {
                    /** @constant */
                    kind: "token_limited";
                    limit: number | null;
                    initial?: ({
                        /** @constant */
                        role: "system";
                        content: string;
                    } | {
                        /** @enum {string} */
                        role: "user" | "assistant";
                        source: string;
                        content: string;
                    })[];
                } | {
                    /** @constant */
                    kind: "summarizing";
                    keep: number;
                    summarizeAfter: number;
                    model: {
                        model: string;
                        /** @enum {string} */
                        provider?: "chat_completions" | "responses" | "anthropic_messages";
                        /** @enum {string} */
                        dialect?: "openai" | "azure" | "gemini" | "anthropic" | "mistral" | "deepseek" | "ollama" | "openrouter" | "vllm" | "llama_cpp";
                        baseUrl: string | null;
                        apiKeySecret: string | null;
                        parameters: {
                            [key: string]: components["schemas"]["TeamConfig__schema1"];
                        };
                        info: {
                            family: string;
                            vision: boolean;
                            functionCalling: boolean;
                            jsonOutput: boolean;
                            structuredOutput: boolean;
                            multipleSystemMessages: boolean;
                        } | null;
                        includeNameInMessage: boolean;
                        addNamePrefixes: boolean;
                        stream?: boolean;
                        options?: {
                            background?: boolean;
                        };
                    } | null;
                    prompt: string | null;
                    initial?: ({
                        /** @constant */
                        role: "system";
                        content: string;
                    } | {
                        /** @enum {string} */
                        role: "user" | "assistant";
                        source: string;
                        content: string;
                    })[];
                };
                memory: ({
                    /** @constant */
                    kind: "list";
                    name: string | null;
                    contents: {
                        content: string;
                        mimeType: string;
                    }[];
                } | {
                    /** @constant */
                    kind: "long_term";
                    count: number;
                })[];
                knowledge?: {
                    collections: string[];
                    /** @enum {string} */
                    how: "before_each_answer" | "tool";
                    count: number;
                    filter?: {
                        [key: string]: components["schemas"]["TeamConfig__schema1"];
                    };
                    threshold?: number;
                    vectorWeight?: number;
                    diversity?: number;
                    neighbours?: number;
                    toolName?: string;
                    toolDescription?: string;
                }[];
                maxToolIterations: number;
                reflectOnToolUse: boolean;
                toolCallSummaryFormat: string;
                output: {
                    name: string;
                    schema: {
                        [key: string]: components["schemas"]["TeamConfig__schema3"];
                    };
                    formatString: string | null;
                } | null;
                filter: {
                    perSource: {
                        source: string;
                        position: ("first" | "last") | null;
                        count: number | null;
                    }[];
                } | null;
                review: {
                    deadlineSeconds: number;
                    /** @enum {string} */
                    onDeadline: "approve" | "discard" | "stop";
                    asking?: {
                        assignees: string[];
                        remindAfterSeconds: number[];
                        escalation: {
                            afterSeconds: number;
                            to: string[];
                        } | null;
                        calendar?: string;
                        quorum?: {
                            of: "all" | number;
                        };
                    };
                } | null;
            } | {
                /** @constant */
                kind: "code_executor";
                name: string;
                description: string;
                systemMessage: string;
                model: ({
                    model: string;
                    /** @enum {string} */
                    provider?: "chat_completions" | "responses" | "anthropic_messages";
                    /** @enum {string} */
                    dialect?: "openai" | "azure" | "gemini" | "anthropic" | "mistral" | "deepseek" | "ollama" | "openrouter" | "vllm" | "llama_cpp";
                    baseUrl: string | null;
                    apiKeySecret: string | null;
                    parameters: {
                        [key: string]: components["schemas"]["TeamConfig__schema1"];
                    };
                    info: {
                        family: string;
                        vision: boolean;
                        functionCalling: boolean;
                        jsonOutput: boolean;
                        structuredOutput: boolean;
                        multipleSystemMessages: boolean;
                    } | null;
                    includeNameInMessage: boolean;
                    addNamePrefixes: boolean;
                    stream?: boolean;
                    options?: {
                        background?: boolean;
                    };
                } | "none") | null;
                context: {
                    /** @constant */
                    kind: "unbounded";
                    initial?: ({
                        /** @constant */
                        role: "system";
                        content: string;
                    } | {
                        /** @enum {string} */
                        role: "user" | "assistant";
                        source: string;
                        content: string;
                    })[];
                } | {
                    /** @constant */
                    kind: "buffered";
                    size: number;
                    initial?: ({
                        /** @constant */
                        role: "system";
                        content: string;
                    } | {
                        /** @enum {string} */
                        role: "user" | "assistant";
                        source: string;
                        content: string;
                    })[];
                } | {
                    /** @constant */
                    kind: "head_and_tail";
                    head: number;
                    tail: number;
                    initial?: ({
                        /** @constant */
                        role: "system";
                        content: string;
                    } | {
                        /** @enum {string} */
                        role: "user" | "assistant";
                        source: string;
                        content: string;
                    })[];
                } | {
                    /** @constant */
                    kind: "token_limited";
                    limit: number | null;
                    initial?: ({
                        /** @constant */
                        role: "system";
                        content: string;
                    } | {
                        /** @enum {string} */
                        role: "user" | "assistant";
                        source: string;
                        content: string;
                    })[];
                } | {
                    /** @constant */
                    kind: "summarizing";
                    keep: number;
                    summarizeAfter: number;
                    model: {
                        model: string;
                        /** @enum {string} */
                        provider?: "chat_completions" | "responses" | "anthropic_messages";
                        /** @enum {string} */
                        dialect?: "openai" | "azure" | "gemini" | "anthropic" | "mistral" | "deepseek" | "ollama" | "openrouter" | "vllm" | "llama_cpp";
                        baseUrl: string | null;
                        apiKeySecret: string | null;
                        parameters: {
                            [key: string]: components["schemas"]["TeamConfig__schema1"];
                        };
                        info: {
                            family: string;
                            vision: boolean;
                            functionCalling: boolean;
                            jsonOutput: boolean;
                            structuredOutput: boolean;
                            multipleSystemMessages: boolean;
                        } | null;
                        includeNameInMessage: boolean;
                        addNamePrefixes: boolean;
                        stream?: boolean;
                        options?: {
                            background?: boolean;
                        };
                    } | null;
                    prompt: string | null;
                    initial?: ({
                        /** @constant */
                        role: "system";
                        content: string;
                    } | {
                        /** @enum {string} */
                        role: "user" | "assistant";
                        source: string;
                        content: string;
                    })[];
                };
                sources: string[] | null;
                maxRetriesOnError: number;
                supportedLanguages: string[];
                timeoutSeconds: number;
            } | {
                /** @constant */
                kind: "society";
                name: string;
                description: string;
                team: components["schemas"]["TeamConfig__schema0"];
                model: {
                    model: string;
                    /** @enum {string} */
                    provider?: "chat_completions" | "responses" | "anthropic_messages";
                    /** @enum {string} */
                    dialect?: "openai" | "azure" | "gemini" | "anthropic" | "mistral" | "deepseek" | "ollama" | "openrouter" | "vllm" | "llama_cpp";
                    baseUrl: string | null;
                    apiKeySecret: string | null;
                    parameters: {
                        [key: string]: components["schemas"]["TeamConfig__schema1"];
                    };
                    info: {
                        family: string;
                        vision: boolean;
                        functionCalling: boolean;
                        jsonOutput: boolean;
                        structuredOutput: boolean;
                        multipleSystemMessages: boolean;
                    } | null;
                    includeNameInMessage: boolean;
                    addNamePrefixes: boolean;
                    stream?: boolean;
                    options?: {
                        background?: boolean;
                    };
                } | null;
                instruction: string;
                responsePrompt: string;
                context: {
                    /** @constant */
                    kind: "unbounded";
                    initial?: ({
                        /** @constant */
                        role: "system";
                        content: string;
                    } | {
                        /** @enum {string} */
                        role: "user" | "assistant";
                        source: string;
                        content: string;
                    })[];
                } | {
                    /** @constant */
                    kind: "buffered";
                    size: number;
                    initial?: ({
                        /** @constant */
                        role: "system";
                        content: string;
                    } | {
                        /** @enum {string} */
                        role: "user" | "assistant";
                        source: string;
                        content: string;
                    })[];
                } | {
                    /** @constant */
                    kind: "head_and_tail";
                    head: number;
                    tail: number;
                    initial?: ({
                        /** @constant */
                        role: "system";
                        content: string;
                    } | {
                        /** @enum {string} */
                        role: "user" | "assistant";
                        source: string;
                        content: string;
                    })[];
                } | {
                    /** @constant */
                    kind: "token_limited";
                    limit: number | null;
                    initial?: ({
                        /** @constant */
                        role: "system";
                        content: string;
                    } | {
                        /** @enum {string} */
                        role: "user" | "assistant";
                        source: string;
                        content: string;
                    })[];
                } | {
                    /** @constant */
                    kind: "summarizing";
                    keep: number;
                    summarizeAfter: number;
                    model: {
                        model: string;
                        /** @enum {string} */
                        provider?: "chat_completions" | "responses" | "anthropic_messages";
                        /** @enum {string} */
                        dialect?: "openai" | "azure" | "gemini" | "anthropic" | "mistral" | "deepseek" | "ollama" | "openrouter" | "vllm" | "llama_cpp";
                        baseUrl: string | null;
                        apiKeySecret: string | null;
                        parameters: {
                            [key: string]: components["schemas"]["TeamConfig__schema1"];
                        };
                        info: {
                            family: string;
                            vision: boolean;
                            functionCalling: boolean;
                            jsonOutput: boolean;
                            structuredOutput: boolean;
                            multipleSystemMessages: boolean;
                        } | null;
                        includeNameInMessage: boolean;
                        addNamePrefixes: boolean;
                        stream?: boolean;
                        options?: {
                            background?: boolean;
                        };
                    } | null;
                    prompt: string | null;
                    initial?: ({
                        /** @constant */
                        role: "system";
                        content: string;
                    } | {
                        /** @enum {string} */
                        role: "user" | "assistant";
                        source: string;
                        content: string;
                    })[];
                };
            } | {
                /** @constant */
                kind: "team";
                name: string;
                description: string;
                team: components["schemas"]["TeamConfig__schema0"];
            };
            returnsLastOnly: boolean;
        } | {
            /** @constant */
            kind: "wait_until";
        };
        TeamConfig__schema3: unknown;
        TeamConfig__schema4: {
            /** @enum {string} */
            kind: "and" | "or";
            conditions: components["schemas"]["TeamConfig__schema4"][];
        } | {
            /** @constant */
            kind: "max_messages";
            maxMessages: number;
            includeAgentEvents: boolean;
        } | {
            /** @constant */
            kind: "text_mention";
            text: string;
            sources: string[] | null;
        } | {
            /** @constant */
            kind: "stop_message";
        } | {
            /** @constant */
            kind: "token_usage";
            maxTotal: number | null;
            maxPrompt: number | null;
            maxCompletion: number | null;
        } | {
            /** @constant */
            kind: "cost";
            maxMicroUsd: number;
        } | {
            /** @constant */
            kind: "timeout";
            seconds: number;
        } | {
            /** @constant */
            kind: "handoff";
            target: string;
        } | {
            /** @constant */
            kind: "source_match";
            sources: string[];
        } | {
            /** @constant */
            kind: "text_message";
            source: string | null;
        } | {
            /** @constant */
            kind: "function_call";
            functionName: string;
        } | {
            /** @constant */
            kind: "external";
        } | {
            /** @constant */
            kind: "expression";
            expression: string;
        };
        TeamVersions: {
            versions: components["schemas"]["TeamVersion"][];
        };
        TeamVersion: {
            /** Format: uuid */
            id: string;
            version: number;
            description: string;
            /** @description What is new in it, as its author described it. */
            note: string;
            /** @description Who created it; null for the installation or a deleted account. */
            author: string | null;
            /** Format: date-time */
            createdAt: string;
        };
        AddTeamVersion: {
            /** @description A TeamConfig, an AutoGen component (a team or a single agent), or a file of AutoGen Studio (a team or a gallery). */
            definition: components["schemas"]["Json"];
            /** @description The version that you have read. If somebody has created a newer one, nothing is stored (409). If it is missing, a new version is created in any case. */
            basedOn?: number;
            /**
             * @description What is new in it, for readers of the list of versions.
             * @default
             */
            note?: string;
        };
        AddedTeamVersion: {
            version: components["schemas"]["TeamVersion"];
            created: boolean;
            notes: components["schemas"]["ImportNote"][];
        };
        ExportedTeam: {
            /** @description The team as an AutoGen component, without keys. */
            component: components["schemas"]["Json"];
            /** @description What AutoGen cannot express. */
            notes: components["schemas"]["ImportNote"][];
        };
        MemoryPage: {
            /** @description Pinned ones first, then by their last change, newest first. */
            entries: components["schemas"]["MemoryEntry"][];
            page: number;
            pages: number;
            total: number;
        };
        MemoryEntry: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            kind: "decided" | "learned" | "preferred";
            text: string;
            /**
             * @description `merged`: `mergedInto` says it now.
             * @enum {string}
             */
            state: "current" | "merged" | "deleted";
            mergedInto: string | null;
            /** @description Given to every run; no model changes it. */
            pinned: boolean;
            /** @description A person wrote its text; no model changes it. */
            edited: boolean;
            /** @description What documents say may stand behind it, and nobody has edited it since. */
            afterDocuments: boolean;
            /** @description The number of its newest change, from 1. */
            revision: number;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            changedAt: string;
            /** @description The message that its text rests on; null if a person wrote it. */
            source: components["schemas"]["MemorySource"] | null;
        };
        MemorySource: {
            /** Format: uuid */
            conversationId: string;
            /** @description Null if the conversation is gone. */
            conversationTitle: string | null;
            run: number;
            /** @description The message’s number in the conversation. */
            seq: number;
            /** @description Words of the message, as they stand there. */
            quote: string;
        };
        MemoryEntryWithChanges: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            kind: "decided" | "learned" | "preferred";
            text: string;
            /**
             * @description `merged`: `mergedInto` says it now.
             * @enum {string}
             */
            state: "current" | "merged" | "deleted";
            mergedInto: string | null;
            /** @description Given to every run; no model changes it. */
            pinned: boolean;
            /** @description A person wrote its text; no model changes it. */
            edited: boolean;
            /** @description What documents say may stand behind it, and nobody has edited it since. */
            afterDocuments: boolean;
            /** @description The number of its newest change, from 1. */
            revision: number;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            changedAt: string;
            /** @description The message that its text rests on; null if a person wrote it. */
            source: components["schemas"]["MemorySource"] | null;
            /** @description Newest first. */
            changes: components["schemas"]["MemoryChange"][];
        };
        MemoryChange: {
            revision: number;
            /** @enum {string} */
            action: "added" | "replaced" | "merged" | "removed" | "edited" | "pinned" | "unpinned" | "deleted";
            /** @enum {string} */
            kind: "decided" | "learned" | "preferred";
            /** @description Its text after the change. */
            text: string;
            source: components["schemas"]["MemorySource"] | null;
            /** @description Who changed it; null for a model or a deleted account. */
            author: string | null;
            /** Format: date-time */
            at: string;
        };
        EditMemory: {
            text: string;
            /**
             * @description By default as it is.
             * @enum {string}
             */
            kind?: "decided" | "learned" | "preferred";
            /** @description The revision that you have read. If the entry has changed since, nothing is stored (409). */
            basedOn?: number;
        };
        ConversationPage: {
            /** @description Newest first. */
            conversations: components["schemas"]["Conversation"][];
            /** @description The cursor of the next page; null on the last page. */
            next: string | null;
        };
        Conversation: {
            /** Format: uuid */
            id: string;
            title: string;
            /** @enum {string} */
            state: "starting" | "running" | "waiting" | "parked" | "paused" | "sleeping" | "finished" | "stopped" | "cancelled" | "failed";
            /** @description Why the newest run ended, in AutoGen’s words if it has any. */
            stopReason: string | null;
            /** @description What ended it from outside, in Temporal or its schedule; null: it ended by itself, or goes on. */
            outsideEnd: ("terminated" | "failed" | "timed_out" | "gone" | "never_began") | null;
            /** @description The newest run, from 0; each further task starts another. */
            run: number;
            team: {
                /** Format: uuid */
                id: string;
                name: string;
                version: number;
            };
            /** @description Totals of all runs. */
            totals: {
                turns: number;
                messages: number;
                promptTokens: number;
                completionTokens: number;
                /** @description Millionths of a US dollar. */
                costMicroUsd: number;
                /** @description Calls without a known price; the cost does not include them. */
                unpricedCalls: number;
                /** @description Calls that may have been paid for although no answer was stored. */
                unknownCalls: number;
            };
            /** @description Increases with every change. */
            revision: number;
            /** Format: date-time */
            createdAt: string;
            /** @description When its newest run ended; null while one is going. */
            endedAt: string | null;
            /** @description Whether it sleeps when a run has ended, until something wakes it. */
            standing: boolean;
            /** @description The standing conversation that each end of a run of it wakes. */
            wakes: string | null;
            /** @description How many wake-ups wait until its run has ended. */
            waitingWakeUps: number;
        };
        StartConversation: {
            /**
             * Format: uuid
             * @description Starts the newest version of this team.
             */
            teamId?: string;
            /** @description Starts the newest version of the team with this name. */
            team?: string;
            /**
             * Format: uuid
             * @description Starts this version of a team.
             */
            teamVersionId?: string;
            task: components["schemas"]["Task"];
            /**
             * @description Whether it sleeps when a run has ended, until something wakes it.
             * @default false
             */
            standing?: boolean;
            /**
             * Format: uuid
             * @description A standing conversation: each end of a run wakes it, with the outcome and the last message.
             */
            wakes?: string;
            /** @description A text of your choice. Repeating the same request with the same text, for example after a lost connection, has no further effect; the same text with a different request is refused (422). */
            idempotencyKey?: string;
        };
        /** @description Like the argument of AutoGen’s `run(task=…)`: a text, a message, several messages, or null to continue without one. An image is `{data}`, base64 or a data: URL of a PNG, JPEG, GIF or WebP file of at most 5 MB. */
        Task: string | ({
            /** @constant */
            type: "TextMessage";
            /** @default user */
            source?: string;
            content: string;
        } | {
            /** @constant */
            type: "StopMessage";
            /** @default user */
            source?: string;
            content: string;
        } | {
            /** @constant */
            type: "HandoffMessage";
            /** @default user */
            source?: string;
            target: string;
            content: string;
        } | {
            /** @constant */
            type: "MultiModalMessage";
            /** @default user */
            source?: string;
            content: (string | {
                data: string;
            })[];
        }) | ({
            /** @constant */
            type: "TextMessage";
            /** @default user */
            source?: string;
            content: string;
        } | {
            /** @constant */
            type: "StopMessage";
            /** @default user */
            source?: string;
            content: string;
        } | {
            /** @constant */
            type: "HandoffMessage";
            /** @default user */
            source?: string;
            target: string;
            content: string;
        } | {
            /** @constant */
            type: "MultiModalMessage";
            /** @default user */
            source?: string;
            content: (string | {
                data: string;
            })[];
        })[] | null;
        StartedRun: {
            /** @enum {string} */
            outcome: "started" | "written";
            /** Format: uuid */
            conversationId: string;
            run: number;
        };
        ConversationWithRuns: {
            /** Format: uuid */
            id: string;
            title: string;
            /** @enum {string} */
            state: "starting" | "running" | "waiting" | "parked" | "paused" | "sleeping" | "finished" | "stopped" | "cancelled" | "failed";
            /** @description Why the newest run ended, in AutoGen’s words if it has any. */
            stopReason: string | null;
            /** @description What ended it from outside, in Temporal or its schedule; null: it ended by itself, or goes on. */
            outsideEnd: ("terminated" | "failed" | "timed_out" | "gone" | "never_began") | null;
            /** @description The newest run, from 0; each further task starts another. */
            run: number;
            team: {
                /** Format: uuid */
                id: string;
                name: string;
                version: number;
            };
            /** @description Totals of all runs. */
            totals: {
                turns: number;
                messages: number;
                promptTokens: number;
                completionTokens: number;
                /** @description Millionths of a US dollar. */
                costMicroUsd: number;
                /** @description Calls without a known price; the cost does not include them. */
                unpricedCalls: number;
                /** @description Calls that may have been paid for although no answer was stored. */
                unknownCalls: number;
            };
            /** @description Increases with every change. */
            revision: number;
            /** Format: date-time */
            createdAt: string;
            /** @description When its newest run ended; null while one is going. */
            endedAt: string | null;
            /** @description Whether it sleeps when a run has ended, until something wakes it. */
            standing: boolean;
            /** @description The standing conversation that each end of a run of it wakes. */
            wakes: string | null;
            /** @description How many wake-ups wait until its run has ended. */
            waitingWakeUps: number;
            /** @description In order. */
            runs: components["schemas"]["Run"][];
            /** @description The work in progress; null if the conversation is over. */
            pending: components["schemas"]["PendingWork"] | null;
        };
        Run: {
            /** @description From 0. */
            run: number;
            /** @description Whether it began with a task; a run without one continues where the previous run stopped. */
            hasTask: boolean;
            /** @description Its state or outcome; null if it ended before outcomes were recorded. */
            state: ("starting" | "running" | "waiting" | "parked" | "paused" | "sleeping" | "finished" | "stopped" | "cancelled" | "failed") | null;
            /** @description Why it ended, in AutoGen’s words if it has any. */
            stopReason: string | null;
            /** @description What ended it from outside, in Temporal or its schedule; null: it ended by itself, or goes on. */
            outsideEnd: ("terminated" | "failed" | "timed_out" | "gone" | "never_began") | null;
            /** Format: date-time */
            startedAt: string;
            endedAt: string | null;
            /** @description What woke the standing conversation for it, in order; empty if a person gave it its task. */
            wokenBy: {
                /** @enum {string} */
                source: "message" | "by_hand" | "webhook" | "schedule" | "conversation";
                /** @description The webhook, schedule or conversation. */
                sourceId: string | null;
                /** @description Its name then, or that of the person. */
                name: string | null;
                /** Format: date-time */
                at: string;
            }[];
        };
        PendingWork: {
            /** @description Why Temporal cannot be reached; null if it can. */
            away: components["schemas"]["Failure"] | null;
            /** @description Whether there is work that no worker picks up. */
            noWorker: boolean;
            /** @description The steps that are in progress or being retried. */
            steps: {
                /** @description The activity: `generateReply`, `callTool`, … */
                step: string;
                /** @description The current or next attempt, from 1. */
                attempt: number;
                /** @description Why the previous attempt failed. */
                lastFailure: components["schemas"]["Failure"] | null;
                nextAttemptAt: string | null;
            }[];
        };
        Failure: {
            type: string;
            /** @description What failed, with its address where that is known. */
            title: string;
            /** @description What the other side said, or how the connection failed; null: no more than the title. */
            words: string | null;
            /** @description What was talked to. */
            address: string | null;
            /** @description The HTTP status that it answered. */
            status: number | null;
            /** @description How many requests were made in vain, of how many before a person decides. */
            requests: {
                made: number;
                atMost: number;
            } | null;
            /** @description All of it in one sentence. */
            message: string;
        };
        ContinueConversation: {
            task: components["schemas"]["Task"];
            /** @description A text of your choice. Repeating the same request with the same text, for example after a lost connection, has no further effect; the same text with a different request is refused (422). */
            idempotencyKey?: string;
        };
        WakeConversation: {
            /** @description What the team is told; left out: only that it was woken. */
            text?: string;
            /** @description A text of your choice. Repeating the same request with the same text, for example after a lost connection, has no further effect; the same text with a different request is refused (422). */
            idempotencyKey?: string;
        };
        Delivery: {
            /** @enum {string} */
            outcome: "done" | "handed_in";
        };
        SetStanding: {
            standing: boolean;
        };
        SetWakes: {
            /** @description A standing conversation; null: its ends wake none. */
            wakes: string | null;
        };
        InboundWebhooks: {
            /** @description In the order in which they were made. */
            webhooks: components["schemas"]["InboundWebhook"][];
        };
        InboundWebhook: {
            /** Format: uuid */
            id: string;
            name: string;
            /** @description The address to which a service posts. */
            url: string;
            /** Format: date-time */
            createdAt: string;
            /** @description From 0: how often its secret was exchanged. */
            secretNumber: number;
            /** @description Until then the previous secret is accepted too; null: only the current one is. */
            previousSecretUntil: string | null;
            lastAcceptedAt: string | null;
            lastRefusedAt: string | null;
            /** @description Why, such as `signature_invalid`. */
            lastRefusal: string | null;
        };
        AddInboundWebhook: {
            name: string;
        };
        AddedInboundWebhook: {
            webhook: components["schemas"]["InboundWebhook"];
            /** @description With which the service signs; it is returned only this once. */
            secret: string;
        };
        RotateInboundWebhook: {
            /** @description Of the secret to replace, as listed, so that a repeated request replaces nothing. */
            secretNumber: number;
            /**
             * @description How long the previous secret is accepted too. 0: not at all.
             * @default 86400
             */
            overlapSeconds?: number;
        };
        RemovedInboundWebhook: {
            /** @constant */
            outcome: "removed";
        };
        Entries: {
            /** @constant */
            format: "entries";
            messages: components["schemas"]["Entry"][];
            next: string | null;
        };
        Entry: {
            /** Format: uuid */
            id: string;
            seq: number;
            /** @description The transcript is ordered by (position, seq). */
            position: number;
            run: number;
            turn: number;
            /** @description The team that the message belongs to: "" for the conversation’s own, otherwise the path of an inner team. */
            scope: string;
            /** @description AutoGen’s name for the message type. */
            type: string;
            source: string;
            /** @description The message as text, at most 100,000 characters (see `truncated`). */
            content: string;
            /** @description The other fields of its type; each string has at most 20,000 characters. */
            body: components["schemas"]["Json"] | null;
            thought: string | null;
            /** @description How the model’s answer ended, if not normally. `length`: cut at the token limit. `content_filter`: cut by the provider’s filter. `refusal`: the model declined, and the content says so. */
            ending: ("length" | "content_filter" | "refusal") | null;
            memories: components["schemas"]["Json"] | null;
            /** @description What the marks in it mean, such as [2]; absent: its author knows nothing from documents. */
            citations?: components["schemas"]["Citation"][];
            /** @description What was looked up in documents in its turn until then; absent as `citations` is. */
            lookUps?: components["schemas"]["LookUp"][];
            /** @description Whether it is an outer team’s message that was given to an inner team as its task. */
            copied: boolean;
            /** @enum {string} */
            status: "final" | "draft" | "rejected" | "discarded";
            /** @description Tokens of the model call that produced it. */
            usage: {
                promptTokens: number;
                completionTokens: number;
            } | null;
            /** Format: date-time */
            createdAt: string;
            /** @description The texts that were cut, by path, with the size of the whole in bytes. `readText` returns a text in full. */
            truncated?: {
                [key: string]: number;
            };
        };
        Citation: {
            /** @description The number in square brackets in `content`. */
            mark: number;
            /** @description Null: no passage has this number. */
            passage: {
                /** Format: uuid */
                collectionId: string;
                /** Format: uuid */
                documentId: string;
                /** @description The version that was found, whatever has come since. */
                documentVersion: number;
                title: string;
                source: string;
                /** @description In UTF-16 code units of the version’s text. */
                startOffset: number;
                /** @description Exclusive. */
                endOffset: number;
                page: number | null;
                headingPath: string[];
                entryIds: string[];
            } | null;
        };
        LookUp: {
            /** @description By name, as the team names them. */
            collections: string[];
            question: string;
            latencyMs: number;
            /** @description Best first. */
            passages: {
                /** Format: uuid */
                collectionId: string;
                /** Format: uuid */
                documentId: string;
                /** @description The version that was found, whatever has come since. */
                documentVersion: number;
                title: string;
                source: string;
                /** @description In UTF-16 code units of the version’s text. */
                startOffset: number;
                /** @description Exclusive. */
                endOffset: number;
                page: number | null;
                headingPath: string[];
                /** @description By which the answer cites it; no other of the turn has it. */
                number: number;
                /** @description From 0 to 1. */
                score: number;
                /** @description The first 200 characters of its text. */
                beginning: string;
            }[];
        };
        AutogenMessages: {
            /** @constant */
            format: "autogen";
            messages: components["schemas"]["AutogenMessage"][];
            next: string | null;
        };
        /** @description Like AutoGen’s `model_dump()`, without id, time, metadata and nulls; `usage` in AutoGen’s form. */
        AutogenMessage: {
            source: string;
            type: string;
            content?: components["schemas"]["Json"];
        } & {
            [key: string]: unknown;
        };
        Transcript: {
            /** Format: uuid */
            id: string;
            title: string;
            messages: components["schemas"]["TranscriptEntry"][];
        };
        TranscriptEntry: {
            seq: number;
            run: number;
            turn: number;
            /** @description The team that the message belongs to: "" for the conversation’s own, otherwise the path of an inner team. */
            scope: string;
            /** @description AutoGen’s name for the message type. */
            type: string;
            source: string;
            thought: string | null;
            /** @description What the marks in it mean, such as [2]; absent: its author knows nothing from documents. */
            citations?: components["schemas"]["Citation"][];
            /** @enum {string} */
            status: "final" | "draft" | "rejected" | "discarded";
            /** Format: date-time */
            createdAt: string;
            /** @description The message as text, in full. */
            content: string;
            /** @description The data of its type besides the text, in full. */
            body: components["schemas"]["Json"] | null;
        };
        TextPiece: {
            text: string;
            offset: number;
            /** @description The `offset` of the next piece; null on the last one. */
            next: number | null;
            /** @description The size of the whole text in UTF-8 bytes. */
            wholeBytes: number;
        };
        PostMessage: {
            text: string;
            /** @description A text of your choice. Repeating the same request with the same text, for example after a lost connection, has no further effect; the same text with a different request is refused (422). */
            idempotencyKey?: string;
        };
        ChangeEvent: {
            conversation: components["schemas"]["Conversation"];
            /** @description New and changed runs. */
            runs: components["schemas"]["Run"][];
            /** @description New and changed entries, in the order of the transcript. */
            messages: components["schemas"]["Entry"][];
            /** @description New and changed tasks. */
            tasks: components["schemas"]["HumanTask"][];
        };
        HumanTask: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            conversationId: string;
            conversationTitle: string;
            /** @enum {string} */
            kind: "approve_tool_call" | "review_message" | "give_input" | "resolve_error" | "wait";
            /** @enum {string} */
            state: "open" | "answered" | "expired" | "withdrawn";
            /** @description The participant whose turn is waiting. */
            speaker: string;
            turn: number;
            seq: number;
            /** @description The team whose turn is waiting: "" for the conversation’s own. */
            scope: string;
            /** @description The tool call that an approve_tool_call is about. */
            call: {
                tool: string;
                /** @description JSON text, or what the model took for that; at most 8,000 characters of it. */
                arguments: string;
                /** @description `policy`: the team wants it. `outcome_unknown`: it may have been carried out already. */
                reason: string;
                /** @description What an HTTP tool asks for, these arguments filled in; headers are not shown. Null: another kind of tool, or not known. */
                request: {
                    method: string;
                    url: string;
                } | null;
            } | null;
            /** @description What a give_input asks. */
            prompt: string | null;
            /** @description What went wrong, of a resolve_error. */
            failure: components["schemas"]["Failure"] | null;
            /** @description Of a wait: it asks nobody, and is over at its deadline; `wake` ends it before. */
            wait: {
                /** @description What the agent waits for, in its own words. */
                reason: string;
            } | null;
            /** @description The message under review, at most 16,000 characters; omitted from events. */
            draft?: string | null;
            asked: {
                /** @description E-mail addresses; empty: every member. */
                assignees: string[];
                /** @description When they are told once more, the earliest first. */
                reminders: string[];
                /** @description From when on it is put to others as well, by their e-mail addresses. */
                escalation: {
                    /** Format: date-time */
                    at: string;
                    to: string[];
                } | null;
                /** @description The working calendar in whose hours deadline, reminders and escalation are counted. */
                calendar: {
                    name: string;
                    /** @description Null: the project had no such calendar as the task was opened, so all hours counted. */
                    timeZone: string | null;
                } | null;
                /** @description How many have to approve; null: one answer decides. */
                quorum: number | null;
            } | null;
            /** @description Where several have to agree: who has decided what so far. Null: one answer decides. */
            votes: {
                /** @description How many have to approve. */
                needed: number;
                approved: number;
                cast: {
                    /** @description Null: the account is gone. */
                    name: string | null;
                    decision: string;
                    /** Format: date-time */
                    at: string;
                }[];
            } | null;
            /** @description The decisions to choose from. */
            decisions: string[];
            deadlineAt: string | null;
            /** @description What happens when the deadline passes. */
            onDeadline: string;
            decision: string | null;
            /** Format: date-time */
            openedAt: string;
            closedAt: string | null;
            /** @description The texts that were cut, by path, with the size of the whole in bytes. `readText` returns a text in full. */
            truncated?: {
                [key: string]: number;
            };
        };
        LiveEvent: {
            seq: number;
            source: string;
            attempt: number;
            offset: number;
            text: string;
        };
        LiveEndEvent: {
            seq: number;
        };
        ConversationReplay: {
            /**
             * @description `differs` if one history differs; `refused` if none could be replayed.
             * @enum {string}
             */
            outcome: "agrees" | "differs" | "refused";
            /** @description Newest first: a long run has several, as it continues as new. */
            histories: {
                /** @description The conversation’s run, from 0. */
                run: number;
                /** @description Temporal’s id of the history’s run. */
                runId: string | null;
                /** @description Whether a reset has replaced it from some event on. */
                replaced: boolean;
                /** @enum {string} */
                outcome: "agrees" | "differs" | "refused";
                /** @description The outcome in a sentence or two. */
                words: string;
                /** @description Of the history; null if it could not be read. */
                events: number | null;
                /** @description How long its replay took. */
                ms: number | null;
                /** @description Only if it differs. */
                difference: {
                    /** @description The event at which today’s code leaves the recording. */
                    eventId: number | null;
                    eventType: string | null;
                    /** @description What the recording did there; null if it did nothing. */
                    recorded: {
                        /** @enum {string} */
                        kind: "activity" | "timer" | "child_workflow" | "complete" | "fail" | "cancel" | "continue_as_new" | "marker" | "attributes" | "update" | "other" | "nothing" | "error" | "unknown";
                        /** @description Of an activity its type, of an error its words. */
                        name: string | null;
                    } | null;
                    /** @description What today’s code does. */
                    today: {
                        /** @enum {string} */
                        kind: "activity" | "timer" | "child_workflow" | "complete" | "fail" | "cancel" | "continue_as_new" | "marker" | "attributes" | "update" | "other" | "nothing" | "error" | "unknown";
                        /** @description Of an activity its type, of an error its words. */
                        name: string | null;
                    };
                    /** @description The words of Temporal’s worker. */
                    raw: string;
                } | null;
                /** @description Why it cannot be replayed. */
                refusal: ("no_history" | "not_json" | "not_a_history" | "not_whole" | "not_begun" | "other_workflow" | "too_large" | "too_deep" | "too_slow" | "too_much_memory") | null;
            }[];
        };
        /** @description A history in Temporal’s JSON form. */
        History: {
            events: components["schemas"]["Json"][];
        } & {
            [key: string]: unknown;
        };
        Step: {
            /** @description From 1. */
            turn: number;
            /** @description How many there are. */
            turns: number;
            run: number | null;
            speakers: {
                name: string;
                scope: string;
            }[];
            /** Format: date-time */
            startedAt: string;
            /** @description When the next turn began, or the conversation ended. */
            endedAt: string | null;
            /** @description `before`: the state after this turn is not kept; null: it cannot be read. */
            stateFrom: ("after" | "before") | null;
            /** @description The pattern’s state. */
            pattern: components["schemas"]["Json"] | null;
            /** @description Each condition with its progress. */
            termination: components["schemas"]["Json"] | null;
            turnsTaken: {
                taken: number;
                limit: number | null;
            } | null;
            /** @description The newest 20 by then. */
            messages: {
                /** Format: uuid */
                id: string;
                seq: number;
                turn: number;
                source: string;
                /** @enum {string} */
                type: "TextMessage" | "MultiModalMessage" | "StopMessage" | "HandoffMessage" | "ToolCallSummaryMessage" | "StructuredMessage" | "ToolCallRequestEvent" | "ToolCallExecutionEvent" | "ThoughtEvent" | "MemoryQueryEvent" | "UserInputRequestedEvent" | "SelectSpeakerEvent" | "SelectorEvent" | "CodeGenerationEvent" | "CodeExecutionEvent";
                /** @description Its first 2,000 characters. */
                text: string;
                isCut: boolean;
                /** @description Whether it was said in this turn. */
                isNew: boolean;
            }[];
            messageCount: number;
            /** @description What a reset has replaced in this turn. */
            replaced: {
                /** Format: uuid */
                id: string;
                seq: number;
                turn: number;
                source: string;
                /** @enum {string} */
                type: "TextMessage" | "MultiModalMessage" | "StopMessage" | "HandoffMessage" | "ToolCallSummaryMessage" | "StructuredMessage" | "ToolCallRequestEvent" | "ToolCallExecutionEvent" | "ThoughtEvent" | "MemoryQueryEvent" | "UserInputRequestedEvent" | "SelectSpeakerEvent" | "SelectorEvent" | "CodeGenerationEvent" | "CodeExecutionEvent";
                /** @description Its first 2,000 characters. */
                text: string;
                isCut: boolean;
                /** @description Whether it was said in this turn. */
                isNew: boolean;
            }[];
            /** @description The turns in which a reset has replaced messages. */
            replacedIn: number[];
            tasks: {
                /** Format: uuid */
                id: string;
                /** @enum {string} */
                kind: "approve_tool_call" | "review_message" | "give_input" | "resolve_error" | "wait";
                speaker: string;
                turn: number;
                /**
                 * @description As it is today.
                 * @enum {string}
                 */
                state: "open" | "answered" | "expired" | "withdrawn";
                /** @description Whether it was open at the end of the turn. */
                wasOpen: boolean;
            }[];
            toolCalls: {
                agent: string;
                tool: string;
                /** @enum {string} */
                state: "proposed" | "running" | "completed" | "failed" | "rejected" | "unknown";
            }[];
            lookups: {
                speaker: string;
                question: string;
                passages: number;
            }[];
            /** @description Up to the end of the turn, of all requests. */
            totals: {
                costMicroUsd: number;
                promptTokens: number;
                completionTokens: number;
                calls: number;
                unpricedCalls: number;
                unknownCalls: number;
            };
        };
        ReplayVerdict: {
            /** @enum {string} */
            outcome: "agrees" | "differs" | "refused";
            /** @description The outcome in a sentence or two. */
            words: string;
            /** @description Of the history; null if it could not be read. */
            events: number | null;
            /** @description How long its replay took. */
            ms: number | null;
            /** @description Only if it differs. */
            difference: {
                /** @description The event at which today’s code leaves the recording. */
                eventId: number | null;
                eventType: string | null;
                /** @description What the recording did there; null if it did nothing. */
                recorded: {
                    /** @enum {string} */
                    kind: "activity" | "timer" | "child_workflow" | "complete" | "fail" | "cancel" | "continue_as_new" | "marker" | "attributes" | "update" | "other" | "nothing" | "error" | "unknown";
                    /** @description Of an activity its type, of an error its words. */
                    name: string | null;
                } | null;
                /** @description What today’s code does. */
                today: {
                    /** @enum {string} */
                    kind: "activity" | "timer" | "child_workflow" | "complete" | "fail" | "cancel" | "continue_as_new" | "marker" | "attributes" | "update" | "other" | "nothing" | "error" | "unknown";
                    /** @description Of an activity its type, of an error its words. */
                    name: string | null;
                };
                /** @description The words of Temporal’s worker. */
                raw: string;
            } | null;
            /** @description Why it cannot be replayed. */
            refusal: ("no_history" | "not_json" | "not_a_history" | "not_whole" | "not_begun" | "other_workflow" | "too_large" | "too_deep" | "too_slow" | "too_much_memory") | null;
        };
        HumanTasks: {
            tasks: components["schemas"]["HumanTask"][];
        };
        AnswerTask: {
            /**
             * @description One of the task’s `decisions`.
             * @enum {string}
             */
            decision: "approve" | "approve_for_run" | "edit" | "reject" | "reply" | "retry" | "without_tools" | "skip" | "stop" | "wake";
            /** @description The reply (which may be empty, as in AutoGen), the edited message or arguments, or the feedback of a rejection. */
            text?: string;
            /** @description A text of your choice. Repeating the same request with the same text, for example after a lost connection, has no further effect; the same text with a different request is refused (422). */
            idempotencyKey?: string;
        };
        Answered: {
            /**
             * @description `recorded`: the vote stands, and others still have to agree.
             * @enum {string}
             */
            outcome: "done" | "handed_in" | "recorded";
            /** @description How many have approved, of how many that have to; where it is `recorded`. */
            votes?: {
                approved: number;
                needed: number;
            };
        };
        CollectionPage: {
            /** @description By name. */
            collections: components["schemas"]["Collection"][];
            /** @description The `offset` of the next page; null on the last page. */
            next: number | null;
        };
        Collection: {
            /** Format: uuid */
            id: string;
            name: string;
            description: string;
            embeddingModel: string;
            dimensions: number;
            documents: number;
            /** @description Those that look-ups find. */
            passages: number;
            /** @description What its vectors and look-ups have cost so far. */
            cost: {
                tokens: number;
                /** @description Millionths of a US dollar. */
                costMicroUsd: number;
                /** @description Whether some requests have no known price or outcome, so that it may be more. */
                atLeast: boolean;
            };
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
        };
        CreateCollection: {
            /** @description Teams refer to it by this name. */
            name: string;
            /** @default  */
            description?: string;
            /** @description How many numbers the deployment’s embedding model gives for a text. Required if the model is not a known one. */
            dimensions?: number;
        };
        CreatedCollection: {
            collection: components["schemas"]["Collection"];
            /** @description False: it existed already, with the same description and vectors. */
            created: boolean;
        };
        Deleted: {
            /** Format: uuid */
            deleted: string;
        };
        DocumentPage: {
            /** @description By title. */
            documents: components["schemas"]["Document"][];
            /** @description The `offset` of the next page; null on the last page. */
            next: number | null;
        };
        Document: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            collectionId: string;
            /** @description The file’s name, or the address. */
            source: string;
            title: string;
            mediaType: string;
            /** @description The version that look-ups find; 0: none yet. */
            version: number;
            newestVersion: number;
            /** @description Of the version that look-ups find. */
            passages: number;
            metadata: {
                [key: string]: components["schemas"]["Json"];
            };
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
        };
        StartImport: {
            /** @description Web addresses (http or https), at most 200; each is fetched once. */
            addresses: string[];
            /** @description A text of your choice. Repeating the same request with the same text, for example after a lost connection, has no further effect; the same text with a different request is refused (422). */
            idempotencyKey?: string;
        };
        StartImportForm: {
            /** @description The field may be repeated: at most 50 files, 64 MiB each and 256 MiB together. */
            files?: string[];
            /** @description Web addresses, one per line. */
            addresses?: string;
            idempotencyKey?: string;
        };
        StartedImport: {
            /** Format: uuid */
            importId: string;
            /** @description False: the same request had started it before. */
            created: boolean;
        };
        ImportPage: {
            /** @description Newest first. */
            imports: components["schemas"]["Import"][];
            /** @description The `offset` of the next page; null on the last page. */
            next: number | null;
        };
        Import: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            collectionId: string;
            /** @enum {string} */
            state: "starting" | "running" | "paused" | "finished" | "cancelled";
            /** @description From 0; trying the failed documents again starts the next one. */
            run: number;
            /** @description How many of its documents are in which state. */
            counts: {
                waiting: number;
                working: number;
                added: number;
                unchanged: number;
                failed: number;
                cancelled: number;
            };
            /** Format: date-time */
            createdAt: string;
            endedAt: string | null;
        };
        ImportWithItems: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            collectionId: string;
            /** @enum {string} */
            state: "starting" | "running" | "paused" | "finished" | "cancelled";
            /** @description From 0; trying the failed documents again starts the next one. */
            run: number;
            /** @description How many of its documents are in which state. */
            counts: {
                waiting: number;
                working: number;
                added: number;
                unchanged: number;
                failed: number;
                cancelled: number;
            };
            /** Format: date-time */
            createdAt: string;
            endedAt: string | null;
            /** @description In the order in which they were given. */
            items: components["schemas"]["ImportItem"][];
        };
        ImportItem: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            kind: "file" | "address";
            /** @description The file’s name, or the address. */
            source: string;
            /**
             * @description `unchanged`: the collection has it already, with the same bytes.
             * @enum {string}
             */
            state: "waiting" | "working" | "added" | "unchanged" | "failed" | "cancelled";
            documentId: string | null;
            version: number | null;
            passages: number | null;
            failure: components["schemas"]["ImportFailure"] | null;
        };
        ImportFailure: {
            type: string;
            /** @description What is wrong, in a few words. */
            title: string;
            /** @description What to do about it. */
            advice: string;
            /** @description The details; may be empty. */
            message: string;
        };
        DocumentWithVersions: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            collectionId: string;
            /** @description The file’s name, or the address. */
            source: string;
            title: string;
            mediaType: string;
            /** @description The version that look-ups find; 0: none yet. */
            version: number;
            newestVersion: number;
            /** @description Of the version that look-ups find. */
            passages: number;
            metadata: {
                [key: string]: components["schemas"]["Json"];
            };
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
            /** @description The collection’s name. */
            collection: string;
            /** @description Newest first. */
            versions: {
                version: number;
                /** @description SHA-256 of the bytes that were brought in, in hexadecimal. */
                contentHash: string;
                characters: number;
                /** Format: date-time */
                createdAt: string;
            }[];
        };
        PassagePage: {
            version: number;
            /** @description In order. Of versions that look-ups no longer find, none are kept. */
            passages: components["schemas"]["StoredPassage"][];
            /** @description The `offset` of the next page; null on the last page. */
            next: number | null;
        };
        StoredPassage: {
            /** Format: uuid */
            id: string;
            /** @description Its place in the version, from 0. */
            number: number;
            content: string;
            /** @description In UTF-16 code units of the version’s text. */
            startOffset: number;
            /** @description Exclusive. */
            endOffset: number;
            page: number | null;
            headingPath: string[];
            metadata: {
                [key: string]: components["schemas"]["Json"];
            };
        };
        DocumentText: {
            version: number;
            text: string;
            offset: number;
            /** @description The `offset` of the next piece; null on the last one. */
            next: number | null;
            /** @description UTF-16 code units of the whole text. */
            length: number;
        };
        CitationPage: {
            /** @description Newest first. */
            conversations: components["schemas"]["CitingConversation"][];
            /** @description The number of conversations in all. */
            total: number;
            /** @description The `offset` of the next page; null on the last page. */
            next: number | null;
        };
        CitingConversation: {
            /** Format: uuid */
            id: string;
            title: string;
            /** @enum {string} */
            state: "starting" | "running" | "waiting" | "parked" | "paused" | "sleeping" | "finished" | "stopped" | "cancelled" | "failed";
            /** Format: date-time */
            createdAt: string;
            /** @description The messages that cite it, newest first, at most 20. */
            messages: {
                /** Format: uuid */
                id: string;
                seq: number;
                source: string;
                /** Format: date-time */
                createdAt: string;
                /** @description The versions of the document that it cites. */
                versions: number[];
            }[];
            /** @description How many messages cite it in all. */
            messageCount: number;
        };
        KnowledgeSearch: {
            /** @description A whole question, or the words in which an answer would be written. */
            question: string;
            /**
             * @description The collections to search, by name; all of the project’s by default.
             * @default []
             */
            collections?: string[];
            /**
             * @description The most passages to return.
             * @default 6
             */
            count?: number;
            /**
             * @description The share of meaning in the score, 0 to 1; the rest is the share of words.
             * @default 0.7
             */
            vectorWeight?: number;
            /** @description The least cosine of a passage with the question, -1 to 1; any by default. */
            threshold?: number;
            /**
             * @description How much likeness to a passage already chosen counts against one, 0 to 1.
             * @default 0
             */
            diversity?: number;
            /**
             * @description How many passages before and after a found one are returned with it.
             * @default 0
             */
            neighbours?: number;
            /**
             * @description What a passage’s metadata has to contain.
             * @default {}
             */
            filter?: {
                [key: string]: components["schemas"]["Json"];
            };
        };
        FoundKnowledge: {
            /** @description Best first. */
            passages: components["schemas"]["FoundPassage"][];
            /** @description The words of the passages that the question asks for, in lower case. */
            words: string[];
            /** @description How long the search took, in milliseconds. */
            latencyMs: number;
        };
        FoundPassage: {
            /** @description Several if passages that follow one another were joined. */
            entryIds: string[];
            /** Format: uuid */
            collectionId: string;
            /** @description The name of its collection. */
            collection: string;
            /** Format: uuid */
            documentId: string;
            documentVersion: number;
            title: string;
            source: string;
            /** @description In UTF-16 code units of the version’s text. */
            startOffset: number;
            /** @description Exclusive. */
            endOffset: number;
            page: number | null;
            headingPath: string[];
            text: string;
            /** @description The cosine with the question, -1 to 1: how close they are in meaning. */
            similarity: number;
            /** @description The BM25 score of the words that it shares with the question; 0: none. */
            bm25: number;
            /** @description Both, each scaled to 0..1 over all candidates and weighted by `vectorWeight`. */
            score: number;
        };
        Schedules: {
            schedules: components["schemas"]["Schedule"][];
            page: number;
            pages: number;
        };
        Schedule: {
            /** Format: uuid */
            id: string;
            name: string;
            /**
             * @description `deleted_outside`: somebody has deleted it with Temporal’s own tools.
             * @enum {string}
             */
            state: "active" | "paused" | "ended" | "deleted_outside";
            /** @description It starts a new conversation at each date; null: the schedule wakes a standing one. */
            team: {
                /** Format: uuid */
                id: string;
                name: string;
                /** @description Null: each run takes the newest version. */
                teamVersionId: string | null;
                version: number | null;
            } | null;
            /** @description The conversation that each date wakes; null, and `team` too: it was deleted. */
            wakes: {
                /** Format: uuid */
                id: string;
                title: string;
                /** @description False: dates are refused. */
                standing: boolean;
            } | null;
            /** @description When it is due; null: somebody has edited it with Temporal’s own tools. */
            spec: {
                timing: {
                    /** @constant */
                    kind: "cron";
                    expressions: string[];
                } | {
                    /** @constant */
                    kind: "interval";
                    everySeconds: number;
                    offsetSeconds: number;
                } | {
                    /** @constant */
                    kind: "calendar";
                    calendars: {
                        second: string;
                        minute: string;
                        hour: string;
                        dayOfMonth: string;
                        month: string;
                        year: string;
                        dayOfWeek: string;
                    }[];
                };
                timeZone: string;
                startAt: string | null;
                endAt: string | null;
                jitterSeconds: number;
                /** @enum {string} */
                gap: "skip" | "next_minute";
                /** @enum {string} */
                fold: "twice" | "once";
            } | null;
            timeZone: string;
            /** @enum {string} */
            overlap: "skip" | "buffer_one" | "buffer_all" | "cancel_other" | "terminate_other" | "allow_all";
            catchUpSeconds: number;
            maxRuns: number | null;
            runsADay: number | null;
            costADayMicroUsd: number | null;
            /** @enum {string} */
            carryOver: "none" | "outcome" | "summary" | "open_points";
            revision: number;
            pausedAt: string | null;
            pauseNote: string;
            /** @description Since when a change is on its way into Temporal; null: none is. */
            unappliedSince: string | null;
            /** @description What the server said against it; empty if nothing. */
            applyProblem: string;
            outsideChange: ("edited" | "deleted") | null;
            /** @description As the Temporal server says them, with jitter. */
            nextTimes: components["schemas"]["ScheduleTime"][];
            /** @description When the server was last asked. */
            seenAt: string | null;
            /** @description What the server has counted. */
            counters: {
                taken: number;
                missed: number;
                skipped: number;
                dropped: number;
                /** @description Runs that wait for others now. */
                waiting: number;
            };
            /** Format: date-time */
            createdAt: string;
            endedAt: string | null;
            lastRun: {
                /** Format: date-time */
                nominalAt: string;
                /** @enum {string} */
                state: "requested" | "running" | "refused" | "finished" | "stopped" | "cancelled" | "failed";
                refusal: ("max_runs" | "runs_a_day" | "cost_a_day" | "team_archived" | "task_refused" | "not_standing" | "conversation_deleted" | "wake_ups_full" | "not_taken" | "deleted") | null;
                /** @description The one that it has started or woken. */
                conversationId: string | null;
            } | null;
        };
        ScheduleTime: {
            /** Format: date-time */
            at: string;
            /** @description How far local time is ahead of UTC then. */
            offsetMinutes: number;
            /** @description By how many minutes the clocks change since the time before it; null: they don’t. */
            clocksChangeBy: number | null;
        };
        CreateSchedule: {
            name: string;
            task: components["schemas"]["Task"];
            spec: components["schemas"]["ScheduleSpec"];
            /**
             * @default skip
             * @enum {string}
             */
            overlap?: "skip" | "buffer_one" | "buffer_all" | "cancel_other" | "terminate_other" | "allow_all";
            /**
             * @description If the Temporal server was away, runs that are late by less than this are started.
             * @default 600
             */
            catchUpSeconds?: number;
            /**
             * @description Runs in all, not counting those by hand and of backfills.
             * @default null
             */
            maxRuns?: number | null;
            /**
             * @description In its time zone.
             * @default null
             */
            runsADay?: number | null;
            /**
             * @description Millionths of a US dollar, in its time zone.
             * @default null
             */
            costADayMicroUsd?: number | null;
            /**
             * @description What a run is told of those before it.
             * @default none
             * @enum {string}
             */
            carryOver?: "none" | "outcome" | "summary" | "open_points";
            /**
             * Format: uuid
             * @description Each run takes the newest version of this team.
             */
            teamId?: string;
            /** @description The same, by the team’s name. */
            team?: string;
            /**
             * Format: uuid
             * @description Each run takes this version of a team.
             */
            teamVersionId?: string;
            /**
             * Format: uuid
             * @description A standing conversation that each date wakes with the task, a text. `overlap` then is skip, buffer_one, buffer_all or allow_all, and nothing is carried over.
             */
            wakes?: string;
            /**
             * @description It begins paused.
             * @default false
             */
            isPaused?: boolean;
            /** @description A text of your choice. Repeating the same request with the same text, for example after a lost connection, has no further effect; the same text with a different request is refused (422). */
            idempotencyKey?: string;
        };
        /** @description When it is due. `gap`: a local time that the clocks jump over is left out, or runs at the first minute after. `fold`: one that comes twice runs each time, or once. */
        ScheduleSpec: {
            timing: {
                /** @constant */
                kind: "cron";
                expressions: string[];
            } | {
                /** @constant */
                kind: "interval";
                everySeconds: number;
                /** @default 0 */
                offsetSeconds?: number;
            } | {
                /** @constant */
                kind: "calendar";
                calendars: {
                    /** @default 0 */
                    second?: string;
                    /** @default 0 */
                    minute?: string;
                    /** @default 0 */
                    hour?: string;
                    /** @default * */
                    dayOfMonth?: string;
                    /** @default * */
                    month?: string;
                    /** @default * */
                    year?: string;
                    /** @default * */
                    dayOfWeek?: string;
                }[];
            } | {
                /** @constant */
                kind: "words";
                text: string;
            };
            timeZone: string;
            startAt?: string | null;
            endAt?: string | null;
            /** @default 0 */
            jitterSeconds?: number;
            /**
             * @default skip
             * @enum {string}
             */
            gap?: "skip" | "next_minute";
            /**
             * @default twice
             * @enum {string}
             */
            fold?: "twice" | "once";
        };
        CreatedSchedule: {
            /** Format: uuid */
            scheduleId: string;
        };
        PreviewSchedule: {
            spec: components["schemas"]["ScheduleSpec"];
            /** @default 10 */
            count?: number;
        };
        SchedulePreview: {
            /** @description As it would be stored. */
            spec: components["schemas"]["Json"];
            times: components["schemas"]["ScheduleTime"][];
        };
        WholeSchedule: {
            /** Format: uuid */
            id: string;
            name: string;
            /**
             * @description `deleted_outside`: somebody has deleted it with Temporal’s own tools.
             * @enum {string}
             */
            state: "active" | "paused" | "ended" | "deleted_outside";
            /** @description It starts a new conversation at each date; null: the schedule wakes a standing one. */
            team: {
                /** Format: uuid */
                id: string;
                name: string;
                /** @description Null: each run takes the newest version. */
                teamVersionId: string | null;
                version: number | null;
            } | null;
            /** @description The conversation that each date wakes; null, and `team` too: it was deleted. */
            wakes: {
                /** Format: uuid */
                id: string;
                title: string;
                /** @description False: dates are refused. */
                standing: boolean;
            } | null;
            /** @description When it is due; null: somebody has edited it with Temporal’s own tools. */
            spec: {
                timing: {
                    /** @constant */
                    kind: "cron";
                    expressions: string[];
                } | {
                    /** @constant */
                    kind: "interval";
                    everySeconds: number;
                    offsetSeconds: number;
                } | {
                    /** @constant */
                    kind: "calendar";
                    calendars: {
                        second: string;
                        minute: string;
                        hour: string;
                        dayOfMonth: string;
                        month: string;
                        year: string;
                        dayOfWeek: string;
                    }[];
                };
                timeZone: string;
                startAt: string | null;
                endAt: string | null;
                jitterSeconds: number;
                /** @enum {string} */
                gap: "skip" | "next_minute";
                /** @enum {string} */
                fold: "twice" | "once";
            } | null;
            timeZone: string;
            /** @enum {string} */
            overlap: "skip" | "buffer_one" | "buffer_all" | "cancel_other" | "terminate_other" | "allow_all";
            catchUpSeconds: number;
            maxRuns: number | null;
            runsADay: number | null;
            costADayMicroUsd: number | null;
            /** @enum {string} */
            carryOver: "none" | "outcome" | "summary" | "open_points";
            revision: number;
            pausedAt: string | null;
            pauseNote: string;
            /** @description Since when a change is on its way into Temporal; null: none is. */
            unappliedSince: string | null;
            /** @description What the server said against it; empty if nothing. */
            applyProblem: string;
            outsideChange: ("edited" | "deleted") | null;
            /** @description As the Temporal server says them, with jitter. */
            nextTimes: components["schemas"]["ScheduleTime"][];
            /** @description When the server was last asked. */
            seenAt: string | null;
            /** @description What the server has counted. */
            counters: {
                taken: number;
                missed: number;
                skipped: number;
                dropped: number;
                /** @description Runs that wait for others now. */
                waiting: number;
            };
            /** Format: date-time */
            createdAt: string;
            endedAt: string | null;
            /** @description The messages of its task. */
            task: components["schemas"]["Json"];
            /** @description What the next run is told of those before it, and by which run; null: nothing. */
            carried: {
                /** Format: uuid */
                runId: string;
                /** Format: date-time */
                nominalAt: string;
                text: string;
            } | null;
        };
        UpdateSchedule: {
            name: string;
            task: components["schemas"]["Task"];
            spec: components["schemas"]["ScheduleSpec"];
            /**
             * @default skip
             * @enum {string}
             */
            overlap?: "skip" | "buffer_one" | "buffer_all" | "cancel_other" | "terminate_other" | "allow_all";
            /**
             * @description If the Temporal server was away, runs that are late by less than this are started.
             * @default 600
             */
            catchUpSeconds?: number;
            /**
             * @description Runs in all, not counting those by hand and of backfills.
             * @default null
             */
            maxRuns?: number | null;
            /**
             * @description In its time zone.
             * @default null
             */
            runsADay?: number | null;
            /**
             * @description Millionths of a US dollar, in its time zone.
             * @default null
             */
            costADayMicroUsd?: number | null;
            /**
             * @description What a run is told of those before it.
             * @default none
             * @enum {string}
             */
            carryOver?: "none" | "outcome" | "summary" | "open_points";
            /**
             * Format: uuid
             * @description Each run takes the newest version of this team.
             */
            teamId?: string;
            /** @description The same, by the team’s name. */
            team?: string;
            /**
             * Format: uuid
             * @description Each run takes this version of a team.
             */
            teamVersionId?: string;
            /**
             * Format: uuid
             * @description A standing conversation that each date wakes with the task, a text. `overlap` then is skip, buffer_one, buffer_all or allow_all, and nothing is carried over.
             */
            wakes?: string;
            /** @description The revision that you have read. If somebody has made a newer one, nothing is stored (409). */
            revision: number;
        };
        UpdatedSchedule: {
            revision: number;
        };
        ScheduleDone: {
            /** @constant */
            outcome: "done";
        };
        ScheduleDates: {
            /** @description The earliest first. */
            dates: components["schemas"]["ScheduleDate"][];
            /** @description There are more: later ones of the range with `from`, earlier ones without it. */
            hasMore: boolean;
        };
        ScheduleDate: {
            /** Format: date-time */
            at: string;
            /** @enum {string} */
            outcome: "run" | "coming" | "due" | "waiting" | "paused" | "skipped" | "replaced" | "after_last" | "dropped" | "missed";
            /** @description Of a pause. */
            note?: string;
            lateBySeconds?: number | null;
            /**
             * @description The policy that left it out.
             * @enum {string}
             */
            policy?: "skip" | "buffer_one" | "buffer_all" | "cancel_other" | "terminate_other" | "allow_all";
            /**
             * Format: uuid
             * @description The run that it was left out for.
             */
            byRunId?: string;
            run?: {
                /** Format: uuid */
                id: string;
                /** @enum {string} */
                kind: "scheduled" | "manual" | "backfill";
                /** @enum {string} */
                state: "requested" | "running" | "refused" | "finished" | "stopped" | "cancelled" | "failed";
                refusal: ("max_runs" | "runs_a_day" | "cost_a_day" | "team_archived" | "task_refused" | "not_standing" | "conversation_deleted" | "wake_ups_full" | "not_taken" | "deleted") | null;
                revision: number;
                startedAt: string | null;
                endedAt: string | null;
                /** @description The one that it has started or woken. Of one that was woken, state, stop reason and cost are those of the run that took the wake-up. */
                conversation: {
                    /** Format: uuid */
                    id: string;
                    title: string;
                    /** @enum {string} */
                    state: "starting" | "running" | "waiting" | "parked" | "paused" | "sleeping" | "finished" | "stopped" | "cancelled" | "failed";
                    stopReason: string | null;
                    costMicroUsd: number;
                    unpricedCalls: number;
                    unknownCalls: number;
                } | null;
                /** @description What woke a standing conversation; null: the run has started a new one. */
                wakeUp: {
                    /**
                     * @description `dropped`: the conversation was ended for good before it had taken it.
                     * @enum {string}
                     */
                    state: "waiting" | "taken" | "dropped";
                    /** @description The run that took it, from 0; null: none has. */
                    run: number | null;
                    /** @description How many other wake-ups the same run took: outcome and cost are theirs, too. */
                    takenWith: number;
                } | null;
                carriedIn: string | null;
                carriedFromRunId: string | null;
                carriedOut: string | null;
            };
        };
        PauseSchedule: {
            /** @default  */
            note?: string;
        };
        TriggerSchedule: {
            /** @description A text of your choice. Repeating the same request with the same text, for example after a lost connection, has no further effect; the same text with a different request is refused (422). */
            idempotencyKey?: string;
        };
        TriggeredSchedule: {
            /** Format: uuid */
            runId: string;
            /** Format: date-time */
            nominalAt: string;
        };
        CountedBackfill: {
            /** @description The schedule’s times in the range. */
            times: number;
            /** @description Those of them that have no run yet, or one that was refused. */
            starts: number;
        };
        BackfillSchedule: {
            /** Format: date-time */
            from: string;
            /** Format: date-time */
            until: string;
            /**
             * @default buffer_all
             * @enum {string}
             */
            overlap?: "skip" | "buffer_one" | "buffer_all" | "cancel_other" | "terminate_other" | "allow_all";
            /** @description A text of your choice. Repeating the same request with the same text, for example after a lost connection, has no further effect; the same text with a different request is refused (422). */
            idempotencyKey?: string;
        };
        BackfillingSchedule: {
            /** Format: uuid */
            backfillId: string;
            times: number;
        };
        EditCarried: {
            /** @description Empty: the next run is told nothing. */
            text: string;
        };
        Notices: {
            notices: components["schemas"]["Notice"][];
            page: number;
            pages: number;
        };
        Notice: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            kind: "task_opened" | "task_reminder" | "task_escalated" | "digest";
            /** @enum {string} */
            channel: "email" | "webhook";
            /**
             * @description `kept`: no mail server is set up, so it stands in the outbox only. `gathered`: a digest tells of it. `withdrawn`: there was nothing left to tell.
             * @enum {string}
             */
            state: "waiting" | "gathered" | "starting" | "sending" | "sent" | "kept" | "failed" | "withdrawn";
            /** @description Where it goes: an e-mail address, or the address of a webhook. */
            address: string;
            /** @description Null until it is put into words, when it is sent. */
            subject: string | null;
            taskId: string | null;
            /** @description Of one that waits: when it is sent. */
            dueAt: string | null;
            failureMessage: string | null;
            /** Format: date-time */
            createdAt: string;
        };
        NoticeWithDeliveries: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            kind: "task_opened" | "task_reminder" | "task_escalated" | "digest";
            /** @enum {string} */
            channel: "email" | "webhook";
            /**
             * @description `kept`: no mail server is set up, so it stands in the outbox only. `gathered`: a digest tells of it. `withdrawn`: there was nothing left to tell.
             * @enum {string}
             */
            state: "waiting" | "gathered" | "starting" | "sending" | "sent" | "kept" | "failed" | "withdrawn";
            /** @description Where it goes: an e-mail address, or the address of a webhook. */
            address: string;
            /** @description Null until it is put into words, when it is sent. */
            subject: string | null;
            taskId: string | null;
            /** @description Of one that waits: when it is sent. */
            dueAt: string | null;
            failureMessage: string | null;
            /** Format: date-time */
            createdAt: string;
            /** @description The newest first, at most 200. */
            deliveries: {
                attempt: number;
                /** @enum {string} */
                notifier: "email" | "webhook" | "outbox";
                /**
                 * @description `failed`: tried again. `unknown`: the worker was lost, so it may have arrived.
                 * @enum {string}
                 */
                state: "open" | "accepted" | "failed" | "refused" | "unknown";
                /** @description What the other side said. */
                answer: string | null;
                /** Format: date-time */
                startedAt: string;
            }[];
        };
        SentAgain: {
            /** @constant */
            outcome: "again";
        };
        WorkingCalendars: {
            calendars: components["schemas"]["WorkingCalendar"][];
        };
        WorkingCalendar: {
            /** Format: uuid */
            id: string;
            name: string;
            /** @description The zone of its hours and dates (IANA). */
            timeZone: string;
            /** @description The hours of each weekday; a day that is left out has none. */
            week: {
                /** @default [] */
                monday: {
                    /** @description A local time from "00:00" to "24:00". */
                    from: string;
                    /** @description A local time from "00:00" to "24:00". */
                    to: string;
                }[];
                /** @default [] */
                tuesday: {
                    /** @description A local time from "00:00" to "24:00". */
                    from: string;
                    /** @description A local time from "00:00" to "24:00". */
                    to: string;
                }[];
                /** @default [] */
                wednesday: {
                    /** @description A local time from "00:00" to "24:00". */
                    from: string;
                    /** @description A local time from "00:00" to "24:00". */
                    to: string;
                }[];
                /** @default [] */
                thursday: {
                    /** @description A local time from "00:00" to "24:00". */
                    from: string;
                    /** @description A local time from "00:00" to "24:00". */
                    to: string;
                }[];
                /** @default [] */
                friday: {
                    /** @description A local time from "00:00" to "24:00". */
                    from: string;
                    /** @description A local time from "00:00" to "24:00". */
                    to: string;
                }[];
                /** @default [] */
                saturday: {
                    /** @description A local time from "00:00" to "24:00". */
                    from: string;
                    /** @description A local time from "00:00" to "24:00". */
                    to: string;
                }[];
                /** @default [] */
                sunday: {
                    /** @description A local time from "00:00" to "24:00". */
                    from: string;
                    /** @description A local time from "00:00" to "24:00". */
                    to: string;
                }[];
            };
            /** @default [] */
            holidays: {
                /** Format: date */
                date: string;
                /** @default  */
                name: string;
                /**
                 * @description The hours of this date in place of its weekday’s; none: nobody works.
                 * @default []
                 */
                hours: {
                    /** @description A local time from "00:00" to "24:00". */
                    from: string;
                    /** @description A local time from "00:00" to "24:00". */
                    to: string;
                }[];
            }[];
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
        };
        CreateWorkingCalendar: {
            /** @description Teams name it by this (`asking.calendar`), so it can’t be changed. */
            name: string;
            /** @description The zone of its hours and dates (IANA). */
            timeZone: string;
            /** @description The hours of each weekday; a day that is left out has none. */
            week: {
                /** @default [] */
                monday?: {
                    /** @description A local time from "00:00" to "24:00". */
                    from: string;
                    /** @description A local time from "00:00" to "24:00". */
                    to: string;
                }[];
                /** @default [] */
                tuesday?: {
                    /** @description A local time from "00:00" to "24:00". */
                    from: string;
                    /** @description A local time from "00:00" to "24:00". */
                    to: string;
                }[];
                /** @default [] */
                wednesday?: {
                    /** @description A local time from "00:00" to "24:00". */
                    from: string;
                    /** @description A local time from "00:00" to "24:00". */
                    to: string;
                }[];
                /** @default [] */
                thursday?: {
                    /** @description A local time from "00:00" to "24:00". */
                    from: string;
                    /** @description A local time from "00:00" to "24:00". */
                    to: string;
                }[];
                /** @default [] */
                friday?: {
                    /** @description A local time from "00:00" to "24:00". */
                    from: string;
                    /** @description A local time from "00:00" to "24:00". */
                    to: string;
                }[];
                /** @default [] */
                saturday?: {
                    /** @description A local time from "00:00" to "24:00". */
                    from: string;
                    /** @description A local time from "00:00" to "24:00". */
                    to: string;
                }[];
                /** @default [] */
                sunday?: {
                    /** @description A local time from "00:00" to "24:00". */
                    from: string;
                    /** @description A local time from "00:00" to "24:00". */
                    to: string;
                }[];
            };
            /** @default [] */
            holidays?: {
                /** Format: date */
                date: string;
                /** @default  */
                name?: string;
                /**
                 * @description The hours of this date in place of its weekday’s; none: nobody works.
                 * @default []
                 */
                hours?: {
                    /** @description A local time from "00:00" to "24:00". */
                    from: string;
                    /** @description A local time from "00:00" to "24:00". */
                    to: string;
                }[];
            }[];
        };
        UpdateWorkingCalendar: {
            /** @description The zone of its hours and dates (IANA). */
            timeZone: string;
            /** @description The hours of each weekday; a day that is left out has none. */
            week: {
                /** @default [] */
                monday?: {
                    /** @description A local time from "00:00" to "24:00". */
                    from: string;
                    /** @description A local time from "00:00" to "24:00". */
                    to: string;
                }[];
                /** @default [] */
                tuesday?: {
                    /** @description A local time from "00:00" to "24:00". */
                    from: string;
                    /** @description A local time from "00:00" to "24:00". */
                    to: string;
                }[];
                /** @default [] */
                wednesday?: {
                    /** @description A local time from "00:00" to "24:00". */
                    from: string;
                    /** @description A local time from "00:00" to "24:00". */
                    to: string;
                }[];
                /** @default [] */
                thursday?: {
                    /** @description A local time from "00:00" to "24:00". */
                    from: string;
                    /** @description A local time from "00:00" to "24:00". */
                    to: string;
                }[];
                /** @default [] */
                friday?: {
                    /** @description A local time from "00:00" to "24:00". */
                    from: string;
                    /** @description A local time from "00:00" to "24:00". */
                    to: string;
                }[];
                /** @default [] */
                saturday?: {
                    /** @description A local time from "00:00" to "24:00". */
                    from: string;
                    /** @description A local time from "00:00" to "24:00". */
                    to: string;
                }[];
                /** @default [] */
                sunday?: {
                    /** @description A local time from "00:00" to "24:00". */
                    from: string;
                    /** @description A local time from "00:00" to "24:00". */
                    to: string;
                }[];
            };
            /** @default [] */
            holidays?: {
                /** Format: date */
                date: string;
                /** @default  */
                name?: string;
                /**
                 * @description The hours of this date in place of its weekday’s; none: nobody works.
                 * @default []
                 */
                hours?: {
                    /** @description A local time from "00:00" to "24:00". */
                    from: string;
                    /** @description A local time from "00:00" to "24:00". */
                    to: string;
                }[];
            }[];
        };
        DeletedCalendar: {
            /** @constant */
            outcome: "deleted";
        };
        Builds: {
            /** @description Null: workers belong to none, and nothing is pinned. */
            deployment: string | null;
            /** @description The build on which new work begins. */
            currentBuild: string | null;
            /** @description The newest first. */
            builds: {
                id: string;
                /**
                 * @description `draining`: conversations are open on it. `drained`: none is, its workers can be stopped. `inactive`: it was never current.
                 * @enum {string}
                 */
                state: "current" | "ramping" | "draining" | "drained" | "inactive";
                /** @description Its share of new work, in percent. */
                sharePercent: number;
                /**
                 * Format: date-time
                 * @description When one of its workers first connected.
                 */
                deployedAt: string;
                /** @description Whether one of its workers is running. */
                isPolled: boolean;
                /** @description Those of this project that stay on it. */
                openConversations: number;
                /** @description The first of them, at most 50; empty for the current build. */
                conversations: {
                    /** Format: uuid */
                    id: string;
                    title: string;
                    /** @enum {string} */
                    state: "starting" | "running" | "waiting" | "parked" | "paused" | "sleeping" | "finished" | "stopped" | "cancelled" | "failed";
                }[];
            }[];
        };
        Moved: {
            /** @description How many were told to move: at once if they wait or are paused, else after their turn. */
            asked: number;
            /** @description How many have not been told yet: send the request again. */
            left: number;
            /** @description Those that stand still, since their build has no worker, and that the current code can’t continue. */
            kept: {
                /** Format: uuid */
                id: string;
                words: string;
            }[];
        };
        Status: {
            version: string;
            commit: string | null;
            /** @description `models` and `mail` by what became of the project’s calls in an hour, and of its mails in a day. */
            parts: {
                /** @enum {string} */
                name: "database" | "knowledge" | "temporal" | "worker" | "models" | "mail";
                /**
                 * @description `unused`: it is not set up, or nothing was asked of it lately, so nobody knows.
                 * @enum {string}
                 */
                state: "ok" | "degraded" | "down" | "unused";
                detail: string;
            }[];
            /** @description Workers that have asked for tasks in the last minutes; null: Temporal does not tell. */
            workers: {
                /** @description Its process and machine. */
                identity: string;
                /** @description Null: it belongs to no deployment. */
                buildId: string | null;
                /** Format: date-time */
                polledAt: string;
            }[] | null;
            /** @description The task queue; null: Temporal does not tell. */
            queue: {
                workflow: {
                    /** @description Tasks that wait for a worker, as Temporal estimates them. */
                    tasks: number;
                    /** @description How long the oldest has waited. */
                    ageSeconds: number;
                    /** @description Workers that have asked for tasks in the last minutes. */
                    pollers: number;
                };
                activity: {
                    /** @description Tasks that wait for a worker, as Temporal estimates them. */
                    tasks: number;
                    /** @description How long the oldest has waited. */
                    ageSeconds: number;
                    /** @description Workers that have asked for tasks in the last minutes. */
                    pollers: number;
                };
            } | null;
            backups: {
                /**
                 * @description `old`: there is none, or the newest is older than 30 hours. `not_set_up`: the web process has no BACKUP_TARGET.
                 * @enum {string}
                 */
                state: "ok" | "old" | "not_set_up" | "unreadable";
                newest: {
                    name: string;
                    /** Format: date-time */
                    madeAt: string;
                    bytes: number;
                } | null;
                lastDrill: {
                    backup: string;
                    /** Format: date-time */
                    drilledAt: string;
                    succeeded: boolean;
                } | null;
            };
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    listTeams: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The address or the body cannot be read. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid token is required. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The method is not allowed at this address; `Allow` lists those that are. */
            405: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is invalid; `problems` says where. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests with an invalid token. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part of Colloquy is not answering. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Success. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Teams"];
                };
            };
        };
    };
    importTeams: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ImportTeams"];
            };
        };
        responses: {
            /** @description The address or the body cannot be read. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid token is required. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The method is not allowed at this address; `Allow` lists those that are. */
            405: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request conflicts with the current state. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large: at most 32 MB are accepted, or 256 MiB of files. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body has an unsupported content type. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is invalid; `problems` says where. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests with an invalid token. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part of Colloquy is not answering. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Success. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportReport"];
                };
            };
        };
    };
    readTeam: {
        parameters: {
            query?: {
                /** @description The version to read; the newest by default. */
                version?: number;
            };
            header?: never;
            path: {
                teamId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The address or the body cannot be read. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid token is required. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The project has nothing with this id. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The method is not allowed at this address; `Allow` lists those that are. */
            405: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is invalid; `problems` says where. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests with an invalid token. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part of Colloquy is not answering. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Success. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TeamWithConfig"];
                };
            };
        };
    };
    listTeamVersions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                teamId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The address or the body cannot be read. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid token is required. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The project has nothing with this id. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The method is not allowed at this address; `Allow` lists those that are. */
            405: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is invalid; `problems` says where. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests with an invalid token. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part of Colloquy is not answering. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Success. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TeamVersions"];
                };
            };
        };
    };
    addTeamVersion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                teamId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddTeamVersion"];
            };
        };
        responses: {
            /** @description The address or the body cannot be read. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid token is required. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The project has nothing with this id. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The method is not allowed at this address; `Allow` lists those that are. */
            405: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request conflicts with the current state. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large: at most 32 MB are accepted, or 256 MiB of files. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body has an unsupported content type. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is invalid; `problems` says where. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests with an invalid token. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part of Colloquy is not answering. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Success. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AddedTeamVersion"];
                };
            };
        };
    };
    exportTeam: {
        parameters: {
            query?: {
                /** @description The version to read; the newest by default. */
                version?: number;
            };
            header?: never;
            path: {
                teamId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The address or the body cannot be read. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid token is required. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The project has nothing with this id. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The method is not allowed at this address; `Allow` lists those that are. */
            405: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is invalid; `problems` says where. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests with an invalid token. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part of Colloquy is not answering. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Success. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExportedTeam"];
                };
            };
        };
    };
    listMemory: {
        parameters: {
            query?: {
                /** @description Only entries that contain this text. */
                search?: string;
                /** @description By default current entries. */
                state?: "current" | "merged" | "deleted";
                /** @description From 1; 24 entries each. */
                page?: number;
            };
            header?: never;
            path: {
                teamId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The address or the body cannot be read. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid token is required. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The project has nothing with this id. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The method is not allowed at this address; `Allow` lists those that are. */
            405: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is invalid; `problems` says where. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests with an invalid token. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part of Colloquy is not answering. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Success. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MemoryPage"];
                };
            };
        };
    };
    readMemoryEntry: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                teamId: string;
                entryId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The address or the body cannot be read. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid token is required. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The project has nothing with this id. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The method is not allowed at this address; `Allow` lists those that are. */
            405: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is invalid; `problems` says where. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests with an invalid token. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part of Colloquy is not answering. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Success. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MemoryEntryWithChanges"];
                };
            };
        };
    };
    editMemoryEntry: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                teamId: string;
                entryId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EditMemory"];
            };
        };
        responses: {
            /** @description The address or the body cannot be read. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid token is required. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The project has nothing with this id. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The method is not allowed at this address; `Allow` lists those that are. */
            405: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request conflicts with the current state. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large: at most 32 MB are accepted, or 256 MiB of files. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body has an unsupported content type. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is invalid; `problems` says where. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests with an invalid token. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part of Colloquy is not answering. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Success. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MemoryEntry"];
                };
            };
        };
    };
    pinMemoryEntry: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                teamId: string;
                entryId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The address or the body cannot be read. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid token is required. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The project has nothing with this id. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The method is not allowed at this address; `Allow` lists those that are. */
            405: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large: at most 32 MB are accepted, or 256 MiB of files. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body has an unsupported content type. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is invalid; `problems` says where. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests with an invalid token. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part of Colloquy is not answering. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Success. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MemoryEntry"];
                };
            };
        };
    };
    unpinMemoryEntry: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                teamId: string;
                entryId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The address or the body cannot be read. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid token is required. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The project has nothing with this id. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The method is not allowed at this address; `Allow` lists those that are. */
            405: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large: at most 32 MB are accepted, or 256 MiB of files. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body has an unsupported content type. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is invalid; `problems` says where. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests with an invalid token. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part of Colloquy is not answering. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Success. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MemoryEntry"];
                };
            };
        };
    };
    deleteMemoryEntry: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                teamId: string;
                entryId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The address or the body cannot be read. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid token is required. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The project has nothing with this id. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The method is not allowed at this address; `Allow` lists those that are. */
            405: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large: at most 32 MB are accepted, or 256 MiB of files. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body has an unsupported content type. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is invalid; `problems` says where. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests with an invalid token. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part of Colloquy is not answering. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Success. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MemoryEntry"];
                };
            };
        };
    };
    listConversations: {
        parameters: {
            query?: {
                state?: "starting" | "running" | "waiting" | "parked" | "paused" | "sleeping" | "finished" | "stopped" | "cancelled" | "failed";
                teamId?: string;
                /** @description Text to search for in titles and messages. */
                search?: string;
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The address or the body cannot be read. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid token is required. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The method is not allowed at this address; `Allow` lists those that are. */
            405: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is invalid; `problems` says where. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests with an invalid token. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part of Colloquy is not answering. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Success. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConversationPage"];
                };
            };
        };
    };
    startConversation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StartConversation"];
            };
        };
        responses: {
            /** @description The address or the body cannot be read. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid token is required. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The method is not allowed at this address; `Allow` lists those that are. */
            405: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large: at most 32 MB are accepted, or 256 MiB of files. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body has an unsupported content type. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is invalid; `problems` says where. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests with an invalid token. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part of Colloquy is not answering. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Success. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StartedRun"];
                };
            };
        };
    };
    readConversation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                conversationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The address or the body cannot be read. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid token is required. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The project has nothing with this id. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The method is not allowed at this address; `Allow` lists those that are. */
            405: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is invalid; `problems` says where. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests with an invalid token. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part of Colloquy is not answering. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Success. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConversationWithRuns"];
                };
            };
        };
    };
    continueConversation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                conversationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ContinueConversation"];
            };
        };
        responses: {
            /** @description The address or the body cannot be read. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid token is required. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The project has nothing with this id. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The method is not allowed at this address; `Allow` lists those that are. */
            405: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request conflicts with the current state. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large: at most 32 MB are accepted, or 256 MiB of files. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body has an unsupported content type. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is invalid; `problems` says where. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests with an invalid token. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part of Colloquy is not answering. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Success. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StartedRun"];
                };
            };
        };
    };
    wakeConversation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                conversationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WakeConversation"];
            };
        };
        responses: {
            /** @description The address or the body cannot be read. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid token is required. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The project has nothing with this id. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The method is not allowed at this address; `Allow` lists those that are. */
            405: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request conflicts with the current state. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large: at most 32 MB are accepted, or 256 MiB of files. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body has an unsupported content type. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is invalid; `problems` says where. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests with an invalid token. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part of Colloquy is not answering. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Success. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Delivery"];
                };
            };
        };
    };
    setStanding: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                conversationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetStanding"];
            };
        };
        responses: {
            /** @description The address or the body cannot be read. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid token is required. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The project has nothing with this id. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The method is not allowed at this address; `Allow` lists those that are. */
            405: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request conflicts with the current state. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large: at most 32 MB are accepted, or 256 MiB of files. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body has an unsupported content type. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is invalid; `problems` says where. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests with an invalid token. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part of Colloquy is not answering. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Success. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Conversation"];
                };
            };
        };
    };
    setWakes: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                conversationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetWakes"];
            };
        };
        responses: {
            /** @description The address or the body cannot be read. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid token is required. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The project has nothing with this id. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The method is not allowed at this address; `Allow` lists those that are. */
            405: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request conflicts with the current state. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large: at most 32 MB are accepted, or 256 MiB of files. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body has an unsupported content type. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is invalid; `problems` says where. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests with an invalid token. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part of Colloquy is not answering. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Success. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Conversation"];
                };
            };
        };
    };
    listInboundWebhooks: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                conversationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The address or the body cannot be read. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid token is required. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The project has nothing with this id. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The method is not allowed at this address; `Allow` lists those that are. */
            405: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is invalid; `problems` says where. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests with an invalid token. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part of Colloquy is not answering. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Success. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InboundWebhooks"];
                };
            };
        };
    };
    addInboundWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                conversationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddInboundWebhook"];
            };
        };
        responses: {
            /** @description The address or the body cannot be read. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid token is required. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The project has nothing with this id. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The method is not allowed at this address; `Allow` lists those that are. */
            405: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request conflicts with the current state. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large: at most 32 MB are accepted, or 256 MiB of files. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body has an unsupported content type. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is invalid; `problems` says where. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests with an invalid token. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part of Colloquy is not answering. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Success. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AddedInboundWebhook"];
                };
            };
        };
    };
    rotateInboundWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                conversationId: string;
                webhookId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RotateInboundWebhook"];
            };
        };
        responses: {
            /** @description The address or the body cannot be read. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid token is required. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The project has nothing with this id. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The method is not allowed at this address; `Allow` lists those that are. */
            405: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request conflicts with the current state. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large: at most 32 MB are accepted, or 256 MiB of files. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body has an unsupported content type. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is invalid; `problems` says where. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests with an invalid token. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part of Colloquy is not answering. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Success. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AddedInboundWebhook"];
                };
            };
        };
    };
    removeInboundWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                conversationId: string;
                webhookId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The address or the body cannot be read. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid token is required. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The project has nothing with this id. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The method is not allowed at this address; `Allow` lists those that are. */
            405: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is invalid; `problems` says where. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests with an invalid token. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part of Colloquy is not answering. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Success. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RemovedInboundWebhook"];
                };
            };
        };
    };
    listMessages: {
        parameters: {
            query?: {
                /** @description Only the messages of this run; by default those of all runs. */
                run?: number;
                /** @description `entries`: as stored. `autogen`: final messages only, as AutoGen dumps them. */
                format?: "entries" | "autogen";
                /** @description The `next` of the previous page. */
                after?: string;
                /** @description Entries per page. */
                limit?: number;
            };
            header?: never;
            path: {
                conversationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The address or the body cannot be read. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid token is required. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The project has nothing with this id. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The method is not allowed at this address; `Allow` lists those that are. */
            405: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is invalid; `problems` says where. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests with an invalid token. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part of Colloquy is not answering. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Success. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Entries"] | components["schemas"]["AutogenMessages"];
                };
            };
        };
    };
    postMessage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                conversationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PostMessage"];
            };
        };
        responses: {
            /** @description The address or the body cannot be read. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid token is required. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The project has nothing with this id. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The method is not allowed at this address; `Allow` lists those that are. */
            405: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request conflicts with the current state. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large: at most 32 MB are accepted, or 256 MiB of files. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body has an unsupported content type. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is invalid; `problems` says where. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests with an invalid token. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part of Colloquy is not answering. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Success. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Delivery"];
                };
            };
        };
    };
    readTranscript: {
        parameters: {
            query?: {
                format?: "markdown" | "json";
            };
            header?: never;
            path: {
                conversationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The address or the body cannot be read. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid token is required. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The project has nothing with this id. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The method is not allowed at this address; `Allow` lists those that are. */
            405: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is invalid; `problems` says where. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests with an invalid token. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part of Colloquy is not answering. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The file. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/markdown": string;
                    "application/json": components["schemas"]["Transcript"];
                };
            };
        };
    };
    readText: {
        parameters: {
            query?: {
                /** @description The path of the text as given in `truncated`: `content`, `thought`, `body.results.0.content`. */
                path?: string;
                /** @description The number of characters (code points) to skip. */
                offset?: number;
                /** @description The most characters to return. */
                length?: number;
            };
            header?: never;
            path: {
                textOwner: "message" | "tool-call" | "task" | "model-call";
                textId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The address or the body cannot be read. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid token is required. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The project has nothing with this id. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The method is not allowed at this address; `Allow` lists those that are. */
            405: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is invalid; `problems` says where. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests with an invalid token. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part of Colloquy is not answering. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Success. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TextPiece"];
                };
            };
        };
    };
    watchConversation: {
        parameters: {
            query?: never;
            header?: {
                /** @description The id of the last event that was seen: the stream resumes after it. */
                "Last-Event-ID"?: string;
            };
            path: {
                conversationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The address or the body cannot be read. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid token is required. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The project has nothing with this id. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The method is not allowed at this address; `Allow` lists those that are. */
            405: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is invalid; `problems` says where. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests with an invalid token. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part of Colloquy is not answering. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The events. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
        };
    };
    pauseConversation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                conversationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The address or the body cannot be read. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid token is required. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The project has nothing with this id. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The method is not allowed at this address; `Allow` lists those that are. */
            405: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request conflicts with the current state. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large: at most 32 MB are accepted, or 256 MiB of files. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body has an unsupported content type. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is invalid; `problems` says where. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests with an invalid token. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part of Colloquy is not answering. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Success. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Delivery"];
                };
            };
        };
    };
    resumeConversation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                conversationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The address or the body cannot be read. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid token is required. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The project has nothing with this id. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The method is not allowed at this address; `Allow` lists those that are. */
            405: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request conflicts with the current state. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large: at most 32 MB are accepted, or 256 MiB of files. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body has an unsupported content type. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is invalid; `problems` says where. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests with an invalid token. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part of Colloquy is not answering. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Success. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Delivery"];
                };
            };
        };
    };
    stopConversation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                conversationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The address or the body cannot be read. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid token is required. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The project has nothing with this id. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The method is not allowed at this address; `Allow` lists those that are. */
            405: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request conflicts with the current state. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large: at most 32 MB are accepted, or 256 MiB of files. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body has an unsupported content type. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is invalid; `problems` says where. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests with an invalid token. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part of Colloquy is not answering. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Success. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Delivery"];
                };
            };
        };
    };
    fireExternalConditions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                conversationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The address or the body cannot be read. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid token is required. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The project has nothing with this id. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The method is not allowed at this address; `Allow` lists those that are. */
            405: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request conflicts with the current state. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large: at most 32 MB are accepted, or 256 MiB of files. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body has an unsupported content type. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is invalid; `problems` says where. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests with an invalid token. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part of Colloquy is not answering. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Success. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Delivery"];
                };
            };
        };
    };
    cancelConversation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                conversationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The address or the body cannot be read. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid token is required. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The project has nothing with this id. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The method is not allowed at this address; `Allow` lists those that are. */
            405: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request conflicts with the current state. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large: at most 32 MB are accepted, or 256 MiB of files. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body has an unsupported content type. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is invalid; `problems` says where. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests with an invalid token. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part of Colloquy is not answering. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Success. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Delivery"];
                };
            };
        };
    };
    replayConversation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                conversationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The address or the body cannot be read. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid token is required. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The project has nothing with this id. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The method is not allowed at this address; `Allow` lists those that are. */
            405: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large: at most 32 MB are accepted, or 256 MiB of files. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body has an unsupported content type. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is invalid; `problems` says where. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests with an invalid token. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part of Colloquy is not answering. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Success. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConversationReplay"];
                };
            };
        };
    };
    readHistory: {
        parameters: {
            query?: {
                /** @description The conversation’s run; the newest by default. */
                run?: number;
                /** @description Temporal’s id of one of the run’s histories; the newest by default. */
                runId?: string;
                /** @description `false` gives the texts too: names, what failed with which words. */
                redacted?: "true" | "false";
            };
            header?: never;
            path: {
                conversationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The address or the body cannot be read. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid token is required. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The project has nothing with this id. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The method is not allowed at this address; `Allow` lists those that are. */
            405: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is invalid; `problems` says where. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests with an invalid token. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part of Colloquy is not answering. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The file. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["History"];
                };
            };
        };
    };
    readStep: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                conversationId: string;
                turn: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The address or the body cannot be read. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid token is required. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The project has nothing with this id. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The method is not allowed at this address; `Allow` lists those that are. */
            405: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is invalid; `problems` says where. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests with an invalid token. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part of Colloquy is not answering. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Success. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Step"];
                };
            };
        };
    };
    replayHistory: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["History"];
            };
        };
        responses: {
            /** @description The address or the body cannot be read. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid token is required. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The method is not allowed at this address; `Allow` lists those that are. */
            405: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large: at most 32 MB are accepted, or 256 MiB of files. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body has an unsupported content type. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is invalid; `problems` says where. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests with an invalid token. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part of Colloquy is not answering. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Success. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReplayVerdict"];
                };
            };
        };
    };
    listTasks: {
        parameters: {
            query?: {
                state?: "open" | "closed";
                conversationId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The address or the body cannot be read. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid token is required. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The method is not allowed at this address; `Allow` lists those that are. */
            405: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is invalid; `problems` says where. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests with an invalid token. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part of Colloquy is not answering. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Success. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HumanTasks"];
                };
            };
        };
    };
    readTask: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                taskId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The address or the body cannot be read. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid token is required. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The project has nothing with this id. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The method is not allowed at this address; `Allow` lists those that are. */
            405: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is invalid; `problems` says where. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests with an invalid token. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part of Colloquy is not answering. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Success. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HumanTask"];
                };
            };
        };
    };
    answerTask: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                taskId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AnswerTask"];
            };
        };
        responses: {
            /** @description The address or the body cannot be read. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid token is required. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The project has nothing with this id. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The method is not allowed at this address; `Allow` lists those that are. */
            405: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request conflicts with the current state. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large: at most 32 MB are accepted, or 256 MiB of files. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body has an unsupported content type. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is invalid; `problems` says where. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests with an invalid token. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part of Colloquy is not answering. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Success. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Answered"];
                };
            };
        };
    };
    listCollections: {
        parameters: {
            query?: {
                /** @description How many to skip: the `next` of the previous page. */
                offset?: number;
                limit?: number;
                /** @description Text to search for in their names. */
                search?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The address or the body cannot be read. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid token is required. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The method is not allowed at this address; `Allow` lists those that are. */
            405: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is invalid; `problems` says where. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests with an invalid token. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part of Colloquy is not answering. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Success. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CollectionPage"];
                };
            };
        };
    };
    createCollection: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateCollection"];
            };
        };
        responses: {
            /** @description The address or the body cannot be read. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid token is required. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The method is not allowed at this address; `Allow` lists those that are. */
            405: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request conflicts with the current state. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large: at most 32 MB are accepted, or 256 MiB of files. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body has an unsupported content type. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is invalid; `problems` says where. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests with an invalid token. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part of Colloquy is not answering. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Success. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreatedCollection"];
                };
            };
        };
    };
    readCollection: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                collectionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The address or the body cannot be read. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid token is required. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The project has nothing with this id. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The method is not allowed at this address; `Allow` lists those that are. */
            405: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is invalid; `problems` says where. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests with an invalid token. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part of Colloquy is not answering. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Success. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Collection"];
                };
            };
        };
    };
    deleteCollection: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                collectionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The address or the body cannot be read. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid token is required. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The project has nothing with this id. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The method is not allowed at this address; `Allow` lists those that are. */
            405: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request conflicts with the current state. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is invalid; `problems` says where. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests with an invalid token. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part of Colloquy is not answering. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Success. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Deleted"];
                };
            };
        };
    };
    listDocuments: {
        parameters: {
            query?: {
                /** @description How many to skip: the `next` of the previous page. */
                offset?: number;
                limit?: number;
                /** @description Text to search for in their titles and sources. */
                search?: string;
            };
            header?: never;
            path: {
                collectionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The address or the body cannot be read. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid token is required. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The project has nothing with this id. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The method is not allowed at this address; `Allow` lists those that are. */
            405: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is invalid; `problems` says where. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests with an invalid token. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part of Colloquy is not answering. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Success. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DocumentPage"];
                };
            };
        };
    };
    startImport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                collectionId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StartImport"];
                "multipart/form-data": components["schemas"]["StartImportForm"];
            };
        };
        responses: {
            /** @description The address or the body cannot be read. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid token is required. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The project has nothing with this id. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The method is not allowed at this address; `Allow` lists those that are. */
            405: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large: at most 32 MB are accepted, or 256 MiB of files. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body has an unsupported content type. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is invalid; `problems` says where. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests with an invalid token. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part of Colloquy is not answering. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Success. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StartedImport"];
                };
            };
        };
    };
    listImports: {
        parameters: {
            query?: {
                /** @description How many to skip: the `next` of the previous page. */
                offset?: number;
                limit?: number;
                /** @description Only those into this collection. */
                collectionId?: string;
                state?: "starting" | "running" | "paused" | "finished" | "cancelled";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The address or the body cannot be read. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid token is required. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The method is not allowed at this address; `Allow` lists those that are. */
            405: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is invalid; `problems` says where. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests with an invalid token. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part of Colloquy is not answering. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Success. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportPage"];
                };
            };
        };
    };
    readImport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                importId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The address or the body cannot be read. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid token is required. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The project has nothing with this id. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The method is not allowed at this address; `Allow` lists those that are. */
            405: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is invalid; `problems` says where. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests with an invalid token. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part of Colloquy is not answering. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Success. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportWithItems"];
                };
            };
        };
    };
    pauseImport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                importId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The address or the body cannot be read. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid token is required. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The project has nothing with this id. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The method is not allowed at this address; `Allow` lists those that are. */
            405: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request conflicts with the current state. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large: at most 32 MB are accepted, or 256 MiB of files. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body has an unsupported content type. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is invalid; `problems` says where. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests with an invalid token. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part of Colloquy is not answering. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Success. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Delivery"];
                };
            };
        };
    };
    resumeImport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                importId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The address or the body cannot be read. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid token is required. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The project has nothing with this id. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The method is not allowed at this address; `Allow` lists those that are. */
            405: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request conflicts with the current state. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large: at most 32 MB are accepted, or 256 MiB of files. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body has an unsupported content type. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is invalid; `problems` says where. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests with an invalid token. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part of Colloquy is not answering. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Success. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Delivery"];
                };
            };
        };
    };
    cancelImport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                importId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The address or the body cannot be read. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid token is required. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The project has nothing with this id. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The method is not allowed at this address; `Allow` lists those that are. */
            405: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request conflicts with the current state. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large: at most 32 MB are accepted, or 256 MiB of files. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body has an unsupported content type. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is invalid; `problems` says where. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests with an invalid token. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part of Colloquy is not answering. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Success. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Delivery"];
                };
            };
        };
    };
    retryImport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                importId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The address or the body cannot be read. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid token is required. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The project has nothing with this id. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The method is not allowed at this address; `Allow` lists those that are. */
            405: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large: at most 32 MB are accepted, or 256 MiB of files. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body has an unsupported content type. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is invalid; `problems` says where. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests with an invalid token. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part of Colloquy is not answering. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Success. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportWithItems"];
                };
            };
        };
    };
    readDocument: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                documentId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The address or the body cannot be read. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid token is required. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The project has nothing with this id. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The method is not allowed at this address; `Allow` lists those that are. */
            405: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is invalid; `problems` says where. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests with an invalid token. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part of Colloquy is not answering. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Success. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DocumentWithVersions"];
                };
            };
        };
    };
    deleteDocument: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                documentId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The address or the body cannot be read. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid token is required. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The project has nothing with this id. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The method is not allowed at this address; `Allow` lists those that are. */
            405: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is invalid; `problems` says where. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests with an invalid token. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part of Colloquy is not answering. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Success. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Deleted"];
                };
            };
        };
    };
    listPassages: {
        parameters: {
            query?: {
                /** @description The version to read; the one that look-ups find by default. */
                version?: number;
                /** @description The number of the first passage to read, from 0. */
                offset?: number;
                limit?: number;
            };
            header?: never;
            path: {
                documentId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The address or the body cannot be read. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid token is required. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The project has nothing with this id. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The method is not allowed at this address; `Allow` lists those that are. */
            405: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is invalid; `problems` says where. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests with an invalid token. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part of Colloquy is not answering. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Success. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PassagePage"];
                };
            };
        };
    };
    readDocumentText: {
        parameters: {
            query?: {
                /** @description The version to read; the one that look-ups find by default. */
                version?: number;
                /** @description The number of UTF-16 code units to skip. */
                offset?: number;
                /** @description The most UTF-16 code units to return. */
                length?: number;
            };
            header?: never;
            path: {
                documentId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The address or the body cannot be read. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid token is required. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The project has nothing with this id. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The method is not allowed at this address; `Allow` lists those that are. */
            405: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is invalid; `problems` says where. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests with an invalid token. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part of Colloquy is not answering. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Success. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DocumentText"];
                };
            };
        };
    };
    listCitations: {
        parameters: {
            query?: {
                /** @description How many to skip: the `next` of the previous page. */
                offset?: number;
                limit?: number;
                /** @description Only those of this passage, which may be of any version. */
                passageId?: string;
            };
            header?: never;
            path: {
                documentId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The address or the body cannot be read. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid token is required. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The project has nothing with this id. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The method is not allowed at this address; `Allow` lists those that are. */
            405: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is invalid; `problems` says where. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests with an invalid token. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part of Colloquy is not answering. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Success. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CitationPage"];
                };
            };
        };
    };
    searchKnowledge: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["KnowledgeSearch"];
            };
        };
        responses: {
            /** @description The address or the body cannot be read. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid token is required. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The method is not allowed at this address; `Allow` lists those that are. */
            405: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request conflicts with the current state. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large: at most 32 MB are accepted, or 256 MiB of files. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body has an unsupported content type. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is invalid; `problems` says where. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests with an invalid token. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part of Colloquy is not answering. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Success. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FoundKnowledge"];
                };
            };
        };
    };
    listSchedules: {
        parameters: {
            query?: {
                /** @description Text to search for in names. */
                search?: string;
                /** @description Only those that wake this conversation. */
                wakes?: string;
                /** @description From 1. */
                page?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The address or the body cannot be read. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid token is required. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The method is not allowed at this address; `Allow` lists those that are. */
            405: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is invalid; `problems` says where. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests with an invalid token. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part of Colloquy is not answering. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Success. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Schedules"];
                };
            };
        };
    };
    createSchedule: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateSchedule"];
            };
        };
        responses: {
            /** @description The address or the body cannot be read. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid token is required. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The method is not allowed at this address; `Allow` lists those that are. */
            405: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large: at most 32 MB are accepted, or 256 MiB of files. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body has an unsupported content type. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is invalid; `problems` says where. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests with an invalid token. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part of Colloquy is not answering. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Success. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreatedSchedule"];
                };
            };
        };
    };
    previewSchedule: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PreviewSchedule"];
            };
        };
        responses: {
            /** @description The address or the body cannot be read. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid token is required. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The method is not allowed at this address; `Allow` lists those that are. */
            405: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large: at most 32 MB are accepted, or 256 MiB of files. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body has an unsupported content type. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is invalid; `problems` says where. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests with an invalid token. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part of Colloquy is not answering. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Success. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SchedulePreview"];
                };
            };
        };
    };
    readSchedule: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                scheduleId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The address or the body cannot be read. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid token is required. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The project has nothing with this id. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The method is not allowed at this address; `Allow` lists those that are. */
            405: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is invalid; `problems` says where. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests with an invalid token. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part of Colloquy is not answering. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Success. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WholeSchedule"];
                };
            };
        };
    };
    updateSchedule: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                scheduleId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateSchedule"];
            };
        };
        responses: {
            /** @description The address or the body cannot be read. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid token is required. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The project has nothing with this id. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The method is not allowed at this address; `Allow` lists those that are. */
            405: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request conflicts with the current state. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large: at most 32 MB are accepted, or 256 MiB of files. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body has an unsupported content type. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is invalid; `problems` says where. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests with an invalid token. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part of Colloquy is not answering. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Success. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UpdatedSchedule"];
                };
            };
        };
    };
    deleteSchedule: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                scheduleId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The address or the body cannot be read. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid token is required. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The project has nothing with this id. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The method is not allowed at this address; `Allow` lists those that are. */
            405: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is invalid; `problems` says where. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests with an invalid token. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part of Colloquy is not answering. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Success. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScheduleDone"];
                };
            };
        };
    };
    listScheduleDates: {
        parameters: {
            query?: {
                /** @description Dates after this; by default the newest 60 up to `until`. */
                from?: string;
                /** @description Dates up to this; by default now. */
                until?: string;
                limit?: number;
            };
            header?: never;
            path: {
                scheduleId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The address or the body cannot be read. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid token is required. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The project has nothing with this id. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The method is not allowed at this address; `Allow` lists those that are. */
            405: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is invalid; `problems` says where. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests with an invalid token. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part of Colloquy is not answering. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Success. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScheduleDates"];
                };
            };
        };
    };
    pauseSchedule: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                scheduleId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PauseSchedule"];
            };
        };
        responses: {
            /** @description The address or the body cannot be read. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid token is required. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The project has nothing with this id. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The method is not allowed at this address; `Allow` lists those that are. */
            405: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large: at most 32 MB are accepted, or 256 MiB of files. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body has an unsupported content type. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is invalid; `problems` says where. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests with an invalid token. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part of Colloquy is not answering. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Success. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScheduleDone"];
                };
            };
        };
    };
    resumeSchedule: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                scheduleId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The address or the body cannot be read. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid token is required. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The project has nothing with this id. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The method is not allowed at this address; `Allow` lists those that are. */
            405: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large: at most 32 MB are accepted, or 256 MiB of files. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body has an unsupported content type. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is invalid; `problems` says where. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests with an invalid token. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part of Colloquy is not answering. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Success. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScheduleDone"];
                };
            };
        };
    };
    restoreSchedule: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                scheduleId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The address or the body cannot be read. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid token is required. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The project has nothing with this id. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The method is not allowed at this address; `Allow` lists those that are. */
            405: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large: at most 32 MB are accepted, or 256 MiB of files. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body has an unsupported content type. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is invalid; `problems` says where. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests with an invalid token. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part of Colloquy is not answering. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Success. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScheduleDone"];
                };
            };
        };
    };
    triggerSchedule: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                scheduleId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TriggerSchedule"];
            };
        };
        responses: {
            /** @description The address or the body cannot be read. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid token is required. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The project has nothing with this id. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The method is not allowed at this address; `Allow` lists those that are. */
            405: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large: at most 32 MB are accepted, or 256 MiB of files. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body has an unsupported content type. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is invalid; `problems` says where. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests with an invalid token. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part of Colloquy is not answering. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Success. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TriggeredSchedule"];
                };
            };
        };
    };
    countBackfill: {
        parameters: {
            query?: {
                from?: string;
                until?: string;
            };
            header?: never;
            path: {
                scheduleId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The address or the body cannot be read. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid token is required. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The project has nothing with this id. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The method is not allowed at this address; `Allow` lists those that are. */
            405: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is invalid; `problems` says where. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests with an invalid token. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part of Colloquy is not answering. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Success. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CountedBackfill"];
                };
            };
        };
    };
    backfillSchedule: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                scheduleId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BackfillSchedule"];
            };
        };
        responses: {
            /** @description The address or the body cannot be read. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid token is required. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The project has nothing with this id. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The method is not allowed at this address; `Allow` lists those that are. */
            405: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large: at most 32 MB are accepted, or 256 MiB of files. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body has an unsupported content type. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is invalid; `problems` says where. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests with an invalid token. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part of Colloquy is not answering. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Success. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BackfillingSchedule"];
                };
            };
        };
    };
    editCarried: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                scheduleId: string;
                runId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EditCarried"];
            };
        };
        responses: {
            /** @description The address or the body cannot be read. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid token is required. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The project has nothing with this id. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The method is not allowed at this address; `Allow` lists those that are. */
            405: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large: at most 32 MB are accepted, or 256 MiB of files. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body has an unsupported content type. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is invalid; `problems` says where. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests with an invalid token. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part of Colloquy is not answering. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Success. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScheduleDone"];
                };
            };
        };
    };
    listNotices: {
        parameters: {
            query?: {
                /** @description Only notices in this state. */
                state?: "waiting" | "gathered" | "starting" | "sending" | "sent" | "kept" | "failed" | "withdrawn";
                /** @description From 1. */
                page?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The address or the body cannot be read. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid token is required. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The method is not allowed at this address; `Allow` lists those that are. */
            405: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is invalid; `problems` says where. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests with an invalid token. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part of Colloquy is not answering. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Success. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Notices"];
                };
            };
        };
    };
    readNotice: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                noticeId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The address or the body cannot be read. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid token is required. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The project has nothing with this id. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The method is not allowed at this address; `Allow` lists those that are. */
            405: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is invalid; `problems` says where. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests with an invalid token. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part of Colloquy is not answering. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Success. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NoticeWithDeliveries"];
                };
            };
        };
    };
    sendNoticeAgain: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                noticeId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The address or the body cannot be read. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid token is required. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The project has nothing with this id. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The method is not allowed at this address; `Allow` lists those that are. */
            405: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request conflicts with the current state. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large: at most 32 MB are accepted, or 256 MiB of files. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body has an unsupported content type. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is invalid; `problems` says where. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests with an invalid token. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part of Colloquy is not answering. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Success. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SentAgain"];
                };
            };
        };
    };
    listCalendars: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The address or the body cannot be read. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid token is required. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The method is not allowed at this address; `Allow` lists those that are. */
            405: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is invalid; `problems` says where. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests with an invalid token. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part of Colloquy is not answering. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Success. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkingCalendars"];
                };
            };
        };
    };
    createCalendar: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateWorkingCalendar"];
            };
        };
        responses: {
            /** @description The address or the body cannot be read. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid token is required. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The method is not allowed at this address; `Allow` lists those that are. */
            405: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request conflicts with the current state. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large: at most 32 MB are accepted, or 256 MiB of files. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body has an unsupported content type. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is invalid; `problems` says where. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests with an invalid token. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part of Colloquy is not answering. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Success. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkingCalendar"];
                };
            };
        };
    };
    readCalendar: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                calendarId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The address or the body cannot be read. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid token is required. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The project has nothing with this id. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The method is not allowed at this address; `Allow` lists those that are. */
            405: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is invalid; `problems` says where. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests with an invalid token. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part of Colloquy is not answering. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Success. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkingCalendar"];
                };
            };
        };
    };
    updateCalendar: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                calendarId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateWorkingCalendar"];
            };
        };
        responses: {
            /** @description The address or the body cannot be read. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid token is required. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The project has nothing with this id. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The method is not allowed at this address; `Allow` lists those that are. */
            405: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large: at most 32 MB are accepted, or 256 MiB of files. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body has an unsupported content type. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is invalid; `problems` says where. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests with an invalid token. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part of Colloquy is not answering. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Success. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkingCalendar"];
                };
            };
        };
    };
    deleteCalendar: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                calendarId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The address or the body cannot be read. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid token is required. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The project has nothing with this id. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The method is not allowed at this address; `Allow` lists those that are. */
            405: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is invalid; `problems` says where. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests with an invalid token. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part of Colloquy is not answering. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Success. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeletedCalendar"];
                };
            };
        };
    };
    listBuilds: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The address or the body cannot be read. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid token is required. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The method is not allowed at this address; `Allow` lists those that are. */
            405: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is invalid; `problems` says where. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests with an invalid token. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part of Colloquy is not answering. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Success. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Builds"];
                };
            };
        };
    };
    moveConversations: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                buildId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: uuid
                     * @description Only this one; by default all of the build.
                     */
                    conversationId?: string;
                };
            };
        };
        responses: {
            /** @description The address or the body cannot be read. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid token is required. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The project has nothing with this id. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The method is not allowed at this address; `Allow` lists those that are. */
            405: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request conflicts with the current state. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large: at most 32 MB are accepted, or 256 MiB of files. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body has an unsupported content type. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is invalid; `problems` says where. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests with an invalid token. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part of Colloquy is not answering. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Success. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Moved"];
                };
            };
        };
    };
    readStatus: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The address or the body cannot be read. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid token is required. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The method is not allowed at this address; `Allow` lists those that are. */
            405: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is invalid; `problems` says where. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests with an invalid token. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part of Colloquy is not answering. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Success. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Status"];
                };
            };
        };
    };
}
